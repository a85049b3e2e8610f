#!/usr/bin/env python3
"""Works out the coefficients of an invented set again, independently of any C# of this project.

    python3 tests/Portal.SampleData/check.py data/demonstration

Reads the CSV files as they are, applies the 2012 and 2017 rules from their text (weighted population deviation over the
county mean; split of common assets 1 : 1.1 : 1.32; plain mean of eight) and prints, for each release, county and stage:
schools counted, the composite of 2012, the largest single coefficient of 2017, and schools that meet all provincial
standards. Then it checks the house rules for ids, references, markers and personal numbers. Exit code 1 if one is broken.
"""
import csv
import math
import pathlib
import re
import sys

import yaml

ASSETS = ["teaching_area", "sports_area", "equipment", "computers", "books"]
ASSETS_2017 = ["teaching_net", "sports_area", "equipment", "multimedia_rooms"]
problems = []


def read(path):
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    return list(csv.DictReader(text.splitlines()))


def table(release, name):
    single, parts = release / f"{name}.csv", release / name
    if single.exists():
        return {single.name: read(single)}
    return {p.name: read(p) for p in sorted(parts.glob("*.csv"))} if parts.is_dir() else {}


def schools_of(release):
    parts = {}
    based_on = yaml.safe_load((release / "release.yaml").read_text("utf-8")).get("based_on")
    if based_on:
        parts = {name: rows for name, rows in schools_of(release.parent / based_on).items()}
    parts.update(table(release, "schools"))
    return parts


def number(row, column):
    text = row.get(column, "")
    return None if text in ("", "x", "c", "z") else float(text)


def pupils(row, stage):
    return number(row, f"pupils_{stage}") or 0


def amount(row, column, stage):
    if column.startswith("teachers"):
        return number(row, f"{column}_{stage}")
    if column == "teaching_net":
        total, indoor = number(row, "teaching_area"), number(row, "indoor_sports_area")
        value = None if total is None or indoor is None else total - indoor
    else:
        value = number(row, column)
    if value is None:
        return None
    weight = {"primary": 1.0, "junior": 1.1, "senior": 1.32}
    whole = sum(w * pupils(row, s) for s, w in weight.items())
    return value * weight[stage] * pupils(row, stage) / whole


def coefficient(rows, column, stage):
    known = [(pupils(r, stage), amount(r, column, stage)) for r in rows]
    missing = sum(1 for _, v in known if v is None)
    known = [(p, v) for p, v in known if v is not None]
    total = math.fsum(p for p, _ in known)
    mean = math.fsum(v for _, v in known) / total
    variance = math.fsum(p / total * (v / p - mean) ** 2 for p, v in known)
    return math.sqrt(variance) / mean, missing


def merge_hosted(rows):
    """不计校数 rows other than 教学点 are added to their school."""
    by_id = {r["school"]: dict(r) for r in rows}
    for row in rows:
        if row["hosted_by"] and row["type"] != "218":
            host = by_id[row["hosted_by"]]
            for column in row:
                if re.match(r"pupils|classes|teach|indoor|sports|equip|comp|books|multi", column) and column != "teaching_language":
                    a, b = number(host, column), number(row, column)
                    host[column] = "" if a is None and b is None else repr((a or 0) + (b or 0))
            del by_id[row["school"]]
    return list(by_id.values())


def inside_2012(row):
    return row["type"] not in ("218", "514", "321") and row["sponsor"] in ("县级教育部门", "县级其他部门", "地方企业", "事业单位", "部队", "集体")


def inside_2017(row):
    small_point = row["type"] == "218" and pupils(row, "primary") < 50
    return row["type"] not in ("514", "321") and not small_point


def standards_met(row, stage, standards):
    met = 0
    for (indicator, at), value in standards.items():
        if at != stage:
            continue
        column = {"teaching-area": "teaching_area", "sports-area": "sports_area", "teachers": "teachers",
                  "above-degree-teachers": "teachers_above", "mid-rank-teachers": "teachers_mid"}.get(indicator, indicator)
        have = amount(row, column, stage)
        if have is not None:
            per = have / pupils(row, stage) * {"equipment": 10000, "computers": 100}.get(indicator, 1)
            met += per >= value - 1e-12
    return met


def check_classes(release, rows):
    """Bands of classes.csv add up to the school's classes and have room for its pupils; a revision without the table is checked with its base."""
    by_id = {r["school"]: r for r in rows}
    stages = {}
    for part in table(release, "classes").values():
        for band in part:
            stages.setdefault((band["school"], band["stage"]), []).append((int(band["from"]), int(band["to"]) if band["to"] else math.inf, int(band["classes"])))
    for (school, stage), bands in stages.items():
        row = by_id[school]
        classes, children = number(row, f"classes_{stage}"), pupils(row, stage)
        low, high = sum(a * n for a, _, n in bands), sum(b * n for _, b, n in bands)
        if sum(n for _, _, n in bands) != classes or not low <= children <= high:
            problems.append(f"{release.name} {row['name']} {stage}: {bands} for {classes} classes, {children} pupils")


def main(folder):
    labels = {r["label"]: r["column"] for r in read(folder.parent / "common" / "columns.csv")}
    columns = set(labels.values())
    labels.update(学校标识码="school", 学校名称="name", 所在县代码="place", 乡镇街道="township", 办学类型="type", 城乡类型="urban_rural",
                  举办者="sponsor", 附设于="hosted_by", 地址="address", 办公电话="office_phone", 教学语言="teaching_language")
    named = {"school", "name", "place", "township", "type", "urban_rural", "sponsor", "hosted_by", "address", "office_phone", "teaching_language"}
    overlay = folder / "schemes/basic-2012/standards.csv"
    standards = {(r["indicator"], r["stage"]): float(r["value"]) for r in read(overlay)} if overlay.exists() else {}
    places = {r["code"]: r for r in read(folder / "places.csv")}
    sources = {r["source"] for r in read(folder / "sources.csv")}
    types = {r["type"]: r["stages"].split() for r in read(folder.parent / "common" / "types.csv")}
    ever = set()

    for release in sorted((folder / "releases").iterdir()):
        based_on = yaml.safe_load((release / "release.yaml").read_text("utf-8")).get("based_on")
        listed = table(release, "exclusions") or (table(release.parent / based_on, "exclusions") if based_on else {})
        out = {(r["school"], r["stage"], r["scheme"]) for rows in listed.values() for r in rows}
        rows = [{labels.get(k, k): v for k, v in r.items()} for part in schools_of(release).values() for r in part]
        ids = [r["school"] for r in rows]
        if len(ids) != len(set(ids)):
            problems.append(f"{release.name}: repeated school")
        ever.update(ids)
        for r in rows:
            if set(r) - columns - named:
                problems.append(f"{release.name}: unknown column {set(r) - columns - named}")
            if not re.fullmatch(r"(21|31|34|51)99\d{6}", r["school"]) or places.get(r["place"], {}).get("level") != "county":
                problems.append(f"{release.name} {r['school']}: id or place")
            if r["hosted_by"] and r["hosted_by"] not in ids:
                problems.append(f"{release.name} {r['name']}: host {r['hosted_by']}")
            for column, value in r.items():
                stage = column.rsplit("_", 1)[-1]
                if stage in ("primary", "junior", "senior") and stage not in types[r["type"]] and value not in ("", "z"):
                    problems.append(f"{release.name} {r['name']}: {column}={value} in a type without that stage")
        check_classes(release, rows)
        for code in sorted({r["place"] for r in rows}):
            here = [r for r in rows if r["place"] == code]
            merged = merge_hosted(here)
            line = []
            for stage in ("primary", "junior"):
                basic = [r for r in merged if pupils(r, stage) > 0 and inside_2012(r) and (r["school"], stage, "basic-2012") not in out]
                quality = [r for r in merged if pupils(r, stage) > 0 and inside_2017(r) and (r["school"], stage, "quality-2017") not in out]
                cvs = [coefficient(basic, c, stage) for c in ASSETS + ["teachers", "teachers_above", "teachers_mid"]]
                cvs17 = [coefficient(quality, c, stage) for c in ["teachers_above", "teachers_backbone", "teachers_arts_sports"] + ASSETS_2017]
                composite = sum(c for c, _ in cvs) / len(cvs)
                unknown = sum(m for _, m in cvs)
                met = sum(standards_met(r, stage, standards) == 8 for r in basic)
                limit = {"primary": 0.65, "junior": 0.55}[stage]
                line.append(f"{stage[0]} n={len(basic):2} {composite:.6f}{'>' if composite > limit else ' '}{'?' if unknown else ' '} "
                            f"met {met:2}/{len(basic):2} max17 {max(c for c, _ in cvs17):.3f}")
            print(release.name, code, places[code]["name"], f"{len(here):3}", " | ".join(line))

    for path in sorted(folder.rglob("*.csv")):
        rows = read(path)
        width = len(rows[0]) if rows else 0
        for index, row in enumerate(rows):
            where = f"{path.relative_to(folder)}({index + 2})"
            if None in row or len([v for v in row.values() if v is not None]) != width:
                problems.append(f"{where}: number of cells")
            for value in row.values():
                if re.search(r"(?<!\d)1\d{10}(?!\d)|(?<!\d)\d{17}[\dXx]", value or "") or ("@" in (value or "") and path.name != "channels.csv"):
                    problems.append(f"{where}: a personal number or address")
            if row.get("source") and row["source"] not in sources and "schemes" not in path.parts:
                problems.append(f"{where}: source {row['source']}")
            if path.name == "school-links.csv" and not {row["from"], row["to"]} <= ever:
                problems.append(f"{where}: unknown school")
    print(len(ever), "schools in all;", len(problems), "problems")
    print("\n".join(problems[:40]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
