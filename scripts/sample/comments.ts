import type { Random } from "./random.ts";

const praise = [
  "Onboarding was quick and the team knew our trade.",
  "It simply works. My people stopped asking for the old spreadsheets.",
  "The new release of {module} saves us about two hours a week.",
  "Support answers within the hour, every time.",
  'Our auditors called the record trail "exemplary".',
  "We rolled it out to a second department, third is next.",
  "Great value; the quarterly review with our manager helps us most.",
  "Très bon produit, équipe à l'écoute.",
  "Easy to change a workflow without asking IT.",
];

const lukewarm = [
  "Good overall, but {module} could be faster.",
  "Does what we need. The mobile app lags behind the web.",
  "Fine, though the price is at our limit.",
  "We use only a part of it; more training would help.",
  "Would like single sign-on, audit export, and better filters.",
  "Solid. {module} needs too many clicks for simple things.",
  "Ganz ordentlich, aber die Übersetzung ist lückenhaft.",
];

const complaints = [
  "Too expensive for what we use.",
  "Setup took three months, and we are still not done.",
  "Nobody told us that {module} would change.",
  "Our champion left and nobody here knows how to set it up.",
  "It was sold to us for something it does not do.",
  "Tickets stay open for weeks.\nWe had to chase twice.",
  'The answer was "works as designed". It does not.',
];

const brokenRelease = [
  "Since the October release our reports are wrong, and the export is gone.",
  "Reporting 5.0 is a step back: slow, and half of our dashboards are broken.",
  "Numbers in reports no longer match the records. We lost trust.",
  "Please give us the old reporting back.",
];

export function commentOn(
  score: number,
  module: string,
  isBroken: boolean,
  random: Random,
): string {
  const pool = score >= 9 ? praise : score >= 7 ? lukewarm : isBroken ? brokenRelease : complaints;
  return random.pick(pool).replace("{module}", module);
}
