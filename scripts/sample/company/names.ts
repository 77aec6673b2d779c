import type { Random } from "../random.ts";

const stems =
  `Aldermoor Bramhelm Castrevane Dunmarrow Elverstad Fennimore Galdwick Halvern Irongrove Jostmark
Kestremont Larkhaven Mirrowell Norvane Ostermoor Pellbrook Quillmark Ravensholt Saltmere Thornquay Umberfield
Veldhart Wexcombe Yarrowgate Zellmark Ashgrave Brindlecote Corvantis Dellamere Eastwyke Farrowdene Glimmerford
Hollinbeck Ivoryholm Juniperra Kaldenhof Lindenvar Marlowick Netherby Oakensund Pinnacre Quarrendale Rosthaven
Silverden Tarnbeck Ullsworth Vintervik Westerholm Yewbarrow Zirconia Kühlmoor Åsvik Bélancourt Señaluz Lomnická
Brøndal Grünfeld Château-Noir Peñarrosa Łazowa`.split(/\s+/);

const trades: Record<string, readonly string[]> = {
  Logistics: [
    "Freight",
    "Logistics",
    "Haulage",
    "Cargo",
    "Shipping",
    "Warehousing",
    "Couriers",
    "Distribution",
  ],
  Healthcare: [
    "Clinics",
    "Health",
    "Diagnostics",
    "Care",
    "Dental",
    "Therapeutics",
    "Medical",
    "Labs",
  ],
  Manufacturing: [
    "Tooling",
    "Robotics",
    "Castings",
    "Plastics",
    "Instruments",
    "Textiles",
    "Machine Works",
    "Metals",
  ],
  "Professional services": [
    "Advisory",
    "Partners",
    "Legal",
    "Consulting",
    "Audit",
    "Architects",
    "Staffing",
    "Surveyors",
  ],
  Retail: ["Stores", "Outfitters", "Grocers", "Home", "Books", "Garden", "Foods", "Supply"],
  Energy: ["Energy", "Solar", "Wind", "Grid", "Utilities", "Power", "Hydro", "Storage"],
};

const forms: Record<string, readonly string[]> = {
  "North America": ["", "", "", " Inc", ", Inc."],
  Europe: ["", "", " GmbH", " AB", " S.A."],
  "United Kingdom": ["", "", " Ltd", " & Sons", " plc"],
  "Asia-Pacific": ["", "", " Pte", " Holdings", " Pty"],
};

/** Invented names, each given once; a few with a comma, an accent or quotation marks. */
export function companyNames(random: Random): (industry: string, region: string) => string {
  const taken = new Set<string>();
  const proposed = (industry: string) =>
    `${random.pick(stems)} ${random.pick(trades[industry] ?? [])}`;
  return (industry, region) => {
    let core = proposed(industry);
    while (taken.has(core)) core = proposed(industry);
    taken.add(core);
    if (random.chance(0.012)) return `The "${core}" Group`;
    return `${core}${random.pick(forms[region] ?? [])}`;
  };
}
