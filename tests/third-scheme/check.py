#!/usr/bin/env python3
"""Works out the invented third scheme's gates from the tables alone, in fractions, by the words of scheme.yaml and not with the
program, and writes expected.csv: place, gate, stage, outcome, value, of, limit. Run: python3 tests/third-scheme/check.py
"""
import csv, math
from fractions import Fraction as F
from pathlib import Path

HERE = Path(__file__).parent
rows = lambda p: list(csv.DictReader((HERE / p).open(encoding="utf-8")))
REL = "data/releases/2024.1/"
schools, government, finance = rows(REL + "schools.csv"), rows(REL + "government.csv"), rows(REL + "finance.csv")
surveys, groups = rows(REL + "surveys.csv"), rows(REL + "survey-groups.csv")
STAGES = {"111": ["kindergarten"], "342": ["senior"], "900": ["kindergarten", "senior"]}
WEIGHT = {"kindergarten": 1, "senior": 2}
STANDARD = {("play", "kindergarten"): F(6), ("play", "senior"): F(19, 2), ("ratio", "kindergarten"): F(11), ("ratio", "senior"): F(12)}
out = []


def number(text):
    return None if text == "" else F(text)


def parts(place, stage):
    for s in schools:
        if s["place"] == place and stage in STAGES[s["type"]]:
            pupils, teachers, area = number(s["pupils_" + stage]), number(s["teachers_" + stage]), number(s["play_area"])
            whole = sum(WEIGHT[t] * number(s["pupils_" + t]) for t in STAGES[s["type"]])
            yield pupils, teachers, area * WEIGHT[stage] * pupils / whole


def cv(pairs):  # amounts x over weights p: weighted population deviation over total / total
    total, weight = sum(x for x, _ in pairs), sum(p for _, p in pairs)
    mean = total / weight
    return math.sqrt(sum(p / weight * (x / p - mean) ** 2 for x, p in pairs)) / float(mean)


def rule(pupils, teachers, area, stage):  # at least one of two met, the other within 9/10 of its standard
    play, least = area / pupils, STANDARD["play", stage]
    most = STANDARD["ratio", stage]
    if teachers is None:
        return "NotReported"
    ratio = pupils / teachers
    met = [play >= least, ratio <= most]
    near = [play >= least * F(9, 10), ratio <= most / F(9, 10)]
    return "Met" if sum(met) >= 1 and all(m or n for m, n in zip(met, near)) else "NotMet"


def whole(outcomes):
    known = [o for o in outcomes if o != "NotApplicable"]
    return "NotReported" if "NotReported" in known else "NotMet" if "NotMet" in known else "Met" if known else "NotApplicable"


def add(*cells):
    out.append(["" if c is None else repr(float(c)) if isinstance(c, (F, float, int)) else c for c in cells])


for place in ("990011", "990012"):
    outcomes = [rule(p, t, a, stage) for stage in WEIGHT for p, t, a in parts(place, stage)]
    add(place, "schools", "", whole(outcomes), F(outcomes.count("Met")), F(len(outcomes)), F(len(outcomes)))
    for stage, limit in (("kindergarten", F(12, 100)), ("senior", F(10, 100))):
        mine = list(parts(place, stage))
        full = [(p, t) for p, t, _ in mine if t is not None]
        play = cv([(a, p) for p, _, a in mine])
        mean = (play + cv(full)) / 2
        open_ = len(full) < len(mine)
        add(place, "balance", stage, "NotReported" if open_ else "Met" if mean <= float(limit) else "NotMet", mean, None, limit)
        if stage == "senior":
            add(place, "balance", stage, "Met" if play <= 0.05 else "NotMet", play, F(1), F(5, 100))
    given = {(g["item"], g["input"]): g for g in government if g["place"] == place}
    pupils = sum(p for stage in WEIGHT for p, _, _ in parts(place, stage))
    items = []
    fed = given.get(("fed", "fed"))
    items.append("NotReported" if fed is None else "Met" if F(fed["value"]) / pupils * 100 >= 95 else "NotMet")
    items.append("NotMet" if any(number(s["pupils_kindergarten"]) > 100 for s in schools if s["place"] == place and s["type"] == "111") else "Met")
    plan = given.get(("plan", "plan"))
    items.append("NotReported" if plan is None else "Met" if plan["value"] == "1" else "NotMet")
    money = [F(f["value"]) for f in sorted(finance, key=lambda f: f["year"]) if f["place"] == place]
    items.append("NotReported" if len(money) < 3 else "Met" if money[0] < money[1] < money[2] else "NotMet")
    add(place, "duties", "", whole(items), F(items.count("Met")), F(len(items)), F(len(items)))
    scores = [given.get((p, "")) for p in ("p1", "p2")]
    total = None if None in scores else sum(F(s["score"]) for s in scores)
    add(place, "points", "", "NotReported" if total is None else "Met" if total >= 60 else "NotMet", total, F(75), F(60))
    ids = {s["survey"] for s in surveys if s["place"] == place and s["gate"] == "yes"}
    valid = sum(F(g["valid"]) for g in groups if g["survey"] in ids)
    rate = None if valid == 0 else sum(F(g["satisfied"]) for g in groups if g["survey"] in ids) / valid * 100
    add(place, "voice", "", "NotReported" if rate is None else "Met" if rate >= 90 else "NotMet", rate, valid or None, F(90))

with (HERE / "expected.csv").open("w", encoding="utf-8", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow(["place", "gate", "stage", "outcome", "value", "of", "limit"])
    w.writerows(out)
