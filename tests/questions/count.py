"""Answers to worked questions, from the sample's CSVs with Python's standard library alone.

    python3 tests/questions/count.py > tests/questions/expected.json

Nothing here reads the project's SQL: the rules are those of the metric definitions (grace of 30 days,
the stock of a month at its last day, rates of the month, one answer per person and half-year).
"""

import csv
import hashlib
import hmac
import json
import statistics
from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
AS_OF = date(2025, 9, 30)
GRACE = 30
FOREVER = date(9999, 1, 1)
SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
MONTHS = {"monthly": 1, "quarterly": 3, "annual": 12}


def read(name):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    return date.fromisoformat(text) if text else None


def code(account):
    digest = hmac.new(b"hourglass", f"account\n{account}".encode(), hashlib.sha256).digest()
    return "".join(SIGNS[byte % 32] for byte in digest)[:6]


def plus_months(of, months):
    total = of.year * 12 + of.month - 1 + months
    year, month = divmod(total, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(of.day, last))


def whole_months(start, end):
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (plus_months(start, months) > end)


def last_day(month):
    return plus_months(month.replace(day=1), 1) - timedelta(1)


rates = {(row["month"], row["currency"]): Fraction(row["rate"]) for row in read("fx")}
accounts = {row["account_id"]: row for row in read("accounts")}


def rate(at, currency):
    return Fraction(1) if currency == "USD" else rates[at.strftime("%Y-%m"), currency]


class Line:
    def __init__(self, row):
        self.account = row["account_id"]
        self.start = day(row["starts_on"])
        end = day(row["ends_on"])
        self.end = end + timedelta(1) if end else FOREVER
        self.currency = row["currency"]
        self.cancelled = row["cancelled_on"] != ""
        term = int(row["term_months"] or 0) or whole_months(self.start, self.end)
        self.monthly = Fraction(row["amount"]) / MONTHS.get(row["billing"], term)

    def arr(self, at):
        return 12 * self.monthly * rate(at, self.currency)


lines = defaultdict(list)
for row in read("contracts"):
    if row["recurring"] != "false":
        lines[row["account_id"]].append(Line(row))


def spans_of(account):
    """Times as a customer: [start, end, mends], gaps within the grace bridged."""
    spans = []
    for line in sorted(lines[account], key=lambda line: (line.start, line.end)):
        if line.start > AS_OF or line.monthly <= 0:
            continue
        if spans and (line.start - spans[-1][1]).days <= GRACE:
            spans[-1][1] = max(spans[-1][1], line.end)
        else:
            spans.append([line.start, line.end])
    for span in spans:
        end = span[1]
        is_cancelled = any(line.cancelled for line in lines[account] if line.end == end)
        has_next = any(end <= line.start <= end + timedelta(GRACE) for line in lines[account])
        is_recent = end <= AS_OF and (AS_OF - end).days < GRACE
        span.append(is_recent and (has_next or not is_cancelled))
    return spans


spans = {account: spans_of(account) for account in lines}


def mrr(account, at):
    """Of the day; over a bridged gap, of the lines that ended before it."""
    for start, end, is_awaiting in spans[account]:
        if not start <= at or not (at < end or is_awaiting):
            continue
        on = at
        while not (live := [line for line in lines[account] if line.start <= on < line.end]):
            on -= timedelta(1)
        return sum(line.monthly * rate(at, line.currency) for line in live)
    return Fraction(0)


def stock(at):
    return {account: value for account in spans if (value := mrr(account, at)) > 0}


def churned_on(account):
    first = spans[account][0]
    return None if first[2] or first[1] > AS_OF else first[1]


now = stock(AS_OF)
before = stock(date(2024, 9, 30))
of = lambda account, field: accounts[account][field] or "unknown"
number = lambda value: None if value is None else round(float(value), 6)
table = lambda rows: [[number(c) if isinstance(c, (Fraction, float)) else c for c in r] for r in rows]
answers = {}

# Churn

left = [
    (account, span[1])
    for account in spans
    for span in spans[account]
    if date(2025, 7, 1) <= span[1] <= AS_OF and not span[2]
]
answers["churn/who-left"] = sorted(code(account) for account, _ in left)

groups = defaultdict(list)
for account in before:
    groups[of(account, "tier"), of(account, "fit")].append(account)
answers["churn/by-tier-and-fit"] = table(
    [
        *key,
        len(members),
        sum(account not in now for account in members),
        12 * sum(before[account] for account in members),
        12 * sum(now.get(account, 0) for account in members),
    ]
    for key, members in sorted(groups.items())
)


def age(account):
    return whole_months(spans[account][0][0], churned_on(account) or AS_OF)


customers = [account for account in spans if spans[account]]
bands = [("0-2 months", 0, 2), ("3-5 months", 3, 5), ("6-11 months", 6, 11)]
bands += [("12-23 months", 12, 23), ("24 months and more", 24, 9999)]
risk = []
for plan in sorted({of(account, "plan") for account in customers}):
    for name, first, last in bands:
        members = [a for a in customers if of(a, "plan") == plan and age(a) >= first]
        if members:
            gone = sum(churned_on(a) is not None and age(a) <= last for a in members)
            risk.append([plan, name, len(members), gone])
answers["churn/by-age"] = risk

ending = Counter()
for account in lines:
    for line in lines[account]:
        if line.start <= AS_OF < line.end <= AS_OF + timedelta(91):
            ending[account, line.end] += line.arr(AS_OF)
answers["churn/renewals-ahead"] = [len(ending), number(sum(ending.values()))]

events = defaultdict(Counter)
first_use = FOREVER
for row in read("usage"):
    used = day(row["day"])
    first_use = min(first_use, used)
    events[row["account_id"]][used] += int(row["events"] or 0)
ratios = defaultdict(list)
for account in customers:
    until = churned_on(account) or AS_OF + timedelta(1)
    if until - timedelta(180) < max(first_use, spans[account][0][0]):
        continue
    share = lambda a, b: sum(
        n for used, n in events[account].items() if until - timedelta(a) <= used < until - timedelta(b)
    )
    if share(180, 90):
        ratios["left" if churned_on(account) else "stayed"].append(share(90, 0) / share(180, 90))
answers["churn/use-before-leaving"] = table(
    [outcome, len(found), statistics.median(found), sum(ratio < 0.7 for ratio in found)]
    for outcome, found in sorted(ratios.items())
)

seats = {(r["account_id"], r["month"]): int(r["activated"]) / int(r["purchased"]) for r in read("seats")}
early = defaultdict(list)
for account in customers:
    start = spans[account][0][0]
    share = seats.get((account, plus_months(start, 3).strftime("%Y-%m")))
    if share is None or age(account) < 3 or plus_months(start, 15) > AS_OF:
        continue
    band = "under 50%" if share < 0.5 else "50% to 75%" if share < 0.75 else "75% and more"
    early[band].append(churned_on(account) is not None and age(account) < 15)
answers["churn/seats-and-churn"] = [
    [band, len(early[band]), sum(early[band])] for band in ("under 50%", "50% to 75%", "75% and more")
]

# Payback

quarter = lambda text: f"{text[:4]}-{3 * ((int(text[5:7]) - 1) // 3) + 1:02d}-01"
spent = defaultdict(Counter)
for row in read("costs"):
    spent[quarter(row["month"])][row["category"]] += Fraction(row["amount"])
# A customer who left within the month of its start is in no stock, and counts as new all the same.
won = Counter(quarter(spans[account][0][0].isoformat()) for account in customers)
answers["payback/spend-and-wins"] = table(
    [name, cost["marketing"], cost["sales"], won[name]] for name, cost in sorted(spent.items())
)

year = Counter(
    {channel: 0 for channel in {row["channel"] for row in read("costs") if row["channel"]}}
)
for row in read("costs"):
    if row["category"] in ("marketing", "sales") and row["month"] >= "2024-10":
        year[row["channel"]] += Fraction(row["amount"])
new = Counter(of(a, "channel") for a in customers if spans[a][0][0] >= date(2024, 10, 1))
answers["payback/by-segment"] = table(
    [channel, new[channel], cost / new[channel]] for channel, cost in sorted(year.items())
)

# NPS


def half(on):
    return f"{on.year} H{1 if on.month <= 6 else 2}"


newest = {}
for row in read("surveys"):
    on = day(row["answered_on"])
    if row["kind"] != "nps" or row["touchpoint"] == "ticket" or not row["score"]:
        continue
    live = [s for s in spans[row["account_id"]] if s[0] <= on and (on < s[1] or s[2])]
    if on > AS_OF or not live or (on - spans[row["account_id"]][0][0]).days < 90:
        continue
    person = (row["account_id"], row["respondent_id"], half(on))
    if person not in newest or newest[person][0] <= on:
        newest[person] = (on, int(row["score"]))
said = [(account, wave, on, score) for (account, _, wave), (on, score) in newest.items()]
by_tier = defaultdict(list)
for account, wave, _, score in said:
    by_tier[wave, of(account, "tier")].append(score)
answers["nps/by-tier"] = table(
    [*key, len(s), sum(x >= 9 for x in s), sum(x <= 6 for x in s)] for key, s in sorted(by_tier.items())
)

means = defaultdict(lambda: defaultdict(list))
for account, wave, _, score in said:
    means[wave][account].append(score)
means = {wave: {a: statistics.fmean(s) for a, s in found.items()} for wave, found in means.items()}
*_, earlier, latest = sorted(means)
answers["nps/turned"] = sorted(
    code(account)
    for account, mean in means[latest].items()
    if mean <= 6 and means[earlier].get(account, 0) > 6
)
heard = {account for wave in (earlier, latest) for account in means[wave]}
silent = sorted((12 * now[account] for account in now if account not in heard), reverse=True)
answers["nps/silent"] = [number(arr) for arr in silent[:50]]

moods = Counter()
for account in lines:
    waves = [wave for wave in sorted(means) if account in means[wave]]
    mean = means[waves[-1]][account] if waves else None
    mood = "silent" if mean is None else "promoter" if mean >= 9 else "detractor" if mean <= 6 else "passive"
    for line in lines[account]:
        if line.start <= AS_OF < line.end <= plus_months(AS_OF, 6):
            moods[mood] += line.arr(AS_OF)
answers["nps/detractors-renewing"] = {mood: number(arr) for mood, arr in sorted(moods.items())}

classes = defaultdict(list)
for account, _, on, score in said:
    if on + timedelta(180) > AS_OF:
        continue
    has_left = any(on < s[1] <= min(on + timedelta(180), AS_OF) and s[0] <= on and not s[2] for s in spans[account])
    classes["promoter" if score >= 9 else "detractor" if score <= 6 else "passive"].append(has_left)
answers["nps/before-leaving"] = [[name, len(f), sum(f)] for name, f in sorted(classes.items())]

# Concentration

largest = sorted(now, key=lambda account: (-now[account], code(account)))
total = sum(now.values())
answers["concentration/largest"] = table(
    [code(account), 12 * now[account], now[account] / total] for account in largest[:20]
)
terms = []
for account in largest[:10]:
    live = [line for line in lines[account] if line.start <= AS_OF < line.end]
    end = max(line.end for line in live)
    terms.append([code(account), len(live), None if end == FOREVER else str(end - timedelta(1))])
answers["concentration/largest-terms"] = terms
industries = defaultdict(Fraction)
for account, value in now.items():
    industries[of(account, "industry")] += value / total
answers["concentration/by-industry"] = table(
    [industry, share, sum(s * s for s in industries.values())]
    for industry, share in sorted(industries.items(), key=lambda item: -item[1])
)
opening = sorted(before, key=lambda account: (-before[account], code(account)))
sets = [("all customers", opening), ("without the ten largest", opening[10:])]
answers["concentration/without-the-largest"] = table(
    [
        name,
        len(members),
        12 * sum(before[a] for a in members),
        sum(now.get(a, 0) for a in members) / sum(before[a] for a in members),
        sum(min(before[a], now.get(a, 0)) for a in members) / sum(before[a] for a in members),
    ]
    for name, members in sets
)

print(json.dumps(answers, indent=1, default=number))
