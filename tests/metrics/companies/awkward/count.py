"""Counts the awkward company day by day, from the words of the definitions, with Python's standard
library alone: python3 count.py writes the expected.csv of the cases that measure it."""

import calendar
import csv
import datetime as dt
import pathlib

here = pathlib.Path(__file__).parent
as_of, grace = dt.date(2025, 3, 31), 30
day = dt.timedelta(days=1)


def date(text):
    return dt.date.fromisoformat(text) if text else None


def plus_months(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(start, end):
    months = 0
    while plus_months(start, months + 1) <= end:
        months += 1
    return months


rates = {date(row["month"]): float(row["rate"]) for row in csv.DictReader(open(here / "fx.csv"))}


def rate(currency, on):
    if currency == "USD":
        return 1.0
    return rates[max(month for month in rates if month <= on)]


lines = {}
for row in csv.DictReader(open(here / "contracts.csv")):
    if row["recurring"] != "true":
        continue
    start, last = date(row["starts_on"]), date(row["ends_on"])
    end = last + day if last else dt.date.max
    price = float(row["mrr"]) if row["mrr"] else float(row["amount"]) / whole_months(start, end)
    lines.setdefault(row["account_id"], []).append(
        (start, end, price, row["currency"], date(row["cancelled_on"]) or dt.date.max)
    )

first = min(start for own in lines.values() for start, *_ in own)
days = [first + dt.timedelta(days=n) for n in range((as_of - first).days + 1)]


def live(account, on):
    return {
        currency: total
        for currency in ("USD", "EUR")
        if (total := sum(p for s, e, p, c, _ in lines[account] if s <= on < e and c == currency))
    }


def stock(account):
    """Local MRR by day, over gaps of at most the grace too, and None where no customer."""
    paid = {on: live(account, on) for on in days}
    stood = dict.fromkeys(days)
    before = None
    for on in days:
        if sum(paid[on].values()) > 0:
            stood[on], before = paid[on], on
        elif before:
            end = before + day
            back = next((d for d in days if d > end and sum(paid[d].values()) > 0), None)
            noticed = any(e == end and n <= as_of for _, e, _, _, n in lines[account])
            if back and (back - end).days <= grace:
                stood[on] = paid[before]
            elif not back and (as_of - end).days < grace and not noticed:
                stood[on] = paid[before]
    return stood


stocks = {account: stock(account) for account in lines}
months = [plus_months(dt.date(2024, 1, 1), n) for n in range(15)]
ends = [plus_months(month, 1) - day for month in months]


def worth(local, on):
    return None if local is None else sum(v * rate(c, on) for c, v in local.items())


def text(value):
    if value is None:
        return ""
    if isinstance(value, float):
        short = f"{value:.9f}".rstrip("0").rstrip(".")
        return short if len(short.partition(".")[2]) < 6 else f"{value:.6f}"
    return str(value)


def share(part, whole):
    return part / whole if whole else None


def write(mart, header, rows):
    folder = here.parent.parent / "cases" / mart / "the-awkward-company"
    folder.mkdir(parents=True, exist_ok=True)
    out = [",".join(header), *(",".join(text(value) for value in row) for row in rows)]
    (folder / "expected.csv").write_text("\n".join(out) + "\n")


def spans(account):
    """First and first free day of each time as a customer."""
    found, start = [], None
    for on in [*days, None]:
        is_in = on is not None and stocks[account][on] is not None
        if is_in and start is None:
            start = on
        if not is_in and start is not None:
            found.append((start, on))
            start = None
    return found


customers = {account: spans(account) for account in lines if spans(account)}

moves, rates_of_churn, revenue = [], [], []
for place, (month, end) in enumerate(zip(months, ends)):
    before = ends[place - 1] if place else None
    row = dict.fromkeys(["opening", "new", "back", "more", "less", "lost", "old_lost", "fx", "closing"], 0.0)
    count = dict.fromkeys(["opening", "new", "back", "lost", "old_lost", "closing"], 0)
    for account, times in customers.items():
        was = worth(stocks[account][before], before) if before else None
        now = worth(stocks[account][end], end)
        if was is not None:
            row["opening"] += was
            count["opening"] += 1
        if now is not None:
            row["closing"] += now
            count["closing"] += 1
        if was is not None and now is not None:
            again = worth(stocks[account][before], end)
            row["fx"] += again - was
            row["more"] += max(0.0, now - again)
            row["less"] += max(0.0, again - now)
        elif now is not None:
            kind = "new" if times[0][0] >= month else "back"
            row[kind] += now
            count[kind] += 1
        elif was is not None:
            for kind in ("lost", "old_lost"):
                row[kind] += was
                count[kind] += 1
        for start, stop in times:
            if stop and month <= start and stop <= end:
                row["new"] += worth(stocks[account][start], end)
                row["lost"] += worth(stocks[account][start], end)
                count["new"] += 1
                count["lost"] += 1
    moves.append([month, *row.values(), *count.values()])
    came, went = row["new"] + row["more"] + row["back"], row["less"] + row["lost"]
    rates_of_churn.append(
        [month, count["opening"], count["old_lost"], share(float(count["old_lost"]), count["opening"]),
         share(row["old_lost"] + row["less"], row["opening"]), share(came, went)]
    )
    revenue.append([month, row["closing"], 12 * row["closing"], count["closing"], share(row["closing"], count["closing"])])

write("mrr_movements", ["month", "opening_mrr", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr",
      "churn_mrr", "opening_churn_mrr", "fx_mrr", "closing_mrr", "opening_customers", "new_customers",
      "reactivated_customers", "churned_customers", "opening_churned_customers", "closing_customers"], moves)
write("churn_rates", ["month", "opening_customers", "opening_churned_customers", "logo_churn", "gross_mrr_churn",
      "quick_ratio"], rates_of_churn)
write("recurring_revenue", ["month", "mrr", "arr", "customers", "arpa"], revenue)

years = []
for now, then in zip(ends[12:], ends):
    own = [a for a in customers if stocks[a][then] is not None]
    kept = [a for a in own if stocks[a][now] is not None]
    opening = sum(worth(stocks[a][then], then) for a in own)
    retained = sum(worth(stocks[a][now], now) for a in kept)
    capped = sum(min(worth(stocks[a][now], now), worth(stocks[a][then], then)) for a in kept)
    years.append([now.replace(day=1), len(own), len(kept), opening, retained, capped, retained / opening,
                  capped / opening, 1 - len(kept) / len(own)])
write("net_revenue_retention", ["month", "opening_accounts", "kept_accounts", "opening_mrr", "retained_mrr",
      "capped_mrr", "nrr", "grr", "annual_logo_churn"], years)

lives = [(a, times[0][0], times[0][1], whole_months(times[0][0], times[0][1] or as_of)) for a, times in sorted(customers.items())]
write("account_lifetimes", ["account_id", "started_on", "churned_on", "age_months", "is_churned"],
      [[a, start, stop, age, str(stop is not None).lower()] for a, start, stop, age in lives])

curve, survival = [], 1.0
for age in range(max(life[3] for life in lives) + 1):
    at_risk = sum(life[3] >= age for life in lives)
    events = sum(life[3] == age and life[2] is not None for life in lives)
    survival *= 1 - events / at_risk
    curve.append([age, at_risk, events, sum(life[3] == age and life[2] is None for life in lives), events / at_risk, survival])
write("survival_curve", ["age", "at_risk", "events", "censored", "hazard", "survival"], curve)

cells = []
quarter = lambda on: dt.date(on.year, 3 * ((on.month - 1) // 3) + 1, 1)
for cohort in sorted({quarter(life[1]) for life in lives}):
    own = [(a, start) for a, start, _, _ in lives if quarter(start) == cohort]
    for age in range(1 + max(whole_months(start, as_of) for _, start in own)):
        there = [(a, start, plus_months(start, age)) for a, start in own if plus_months(start, age) <= as_of]
        opened = {a: worth(stocks[a][start], start) for a, start, _ in there}
        now = {a: worth(stocks[a][on], on) for a, _, on in there if stocks[a][on] is not None}
        total, mrr = sum(opened.values()), float(sum(now.values()))
        capped = float(sum(min(value, opened[a]) for a, value in now.items()))
        cells.append([cohort, age, len(own), len(there), len(now), total, mrr, capped, len(now) / len(there),
                      mrr / total, capped / total, str(len(there) == len(own)).lower()])
write("cohort_retention", ["cohort", "age", "size", "reached", "live", "start_mrr", "mrr", "capped_mrr", "logo_retention",
      "revenue_retention", "gross_retention", "is_complete"], cells)

largest = []
for month, end in zip(months, ends):
    sizes = sorted((worth(stocks[a][end], end) for a in customers if stocks[a][end] is not None), reverse=True)
    total = sum(sizes)
    top = lambda part: sum(sizes[: -(-len(sizes) * part // 100)]) / total
    enough = next(n for n in range(1, len(sizes) + 1) if sum(sizes[:n]) >= 0.8 * total - 1e-9)
    largest.append([month, len(sizes), 12 * total, top(1), top(5), top(20), enough])
write("revenue_concentration", ["month", "customers", "arr", "share_of_1", "share_of_5", "share_of_20", "customers_of_80"], largest)
