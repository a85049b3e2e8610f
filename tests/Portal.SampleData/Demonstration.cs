namespace Portal.SampleData;

/// <summary>Writes data/demonstration: settings, sources, places, channels, four releases, one of them a correction.</summary>
internal static class Demonstration
{
    public static void Write(string folder)
    {
        OwnFolder.Clear(folder);
        var plan = Yunling.ReadPlan(Path.Combine(AppContext.BaseDirectory, "yunling-schools.csv"));
        var years = Yunling.Counties.ToDictionary(c => c.Code, c => Yunling.Draw(c, plan));
        string At(string name) => Path.Combine(folder, name);

        Csv.WriteText(At("settings.yaml"), Ledger.Settings);
        Csv.WriteText(At("schemes/basic-2012/standards.csv"), Standards.Table);
        Csv.Write(At("schemes/basic-2012/items.csv"), Government.Sheet());
        Csv.WriteText(At("schemes/quality-2017/allowances.csv"), Relaxed.Table);
        Csv.Write(At("sources.csv"), Ledger.Sources().Concat(Money.Sources()).Concat(Scorecards.Sources()));
        Csv.Write(At("places.csv"), Ledger.Places());
        Csv.Write(At("channels.csv"), Ledger.Channels());
        Csv.Write(At("school-links.csv"), Ledger.SchoolLinks(plan));
        Csv.Write(At("groups.csv"), Ties.Groups(plan));
        Csv.Write(At("campuses.csv"), Ties.Campuses(plan));

        Csv.Write(At("terms.csv"), Duties.Terms());
        Csv.Write(At("zones.csv"), Duties.Zones());
        Csv.Write(At("inspectors.csv"), Duties.Inspectors(plan));
        Csv.Write(At("trees.csv"), Scorecards.Trees());

        // 2021: one table. 2022 and 2023: one part for each county.
        Csv.Write(At("releases/2021.1/schools.csv"), SchoolTable.Lines([.. years.Values.SelectMany(y => y[2021])]));
        foreach (var county in Yunling.Counties)
        {
            var right = years[county.Code][2022];
            var first = county.Code == "990122" ? Mistyped(right) : right;
            Csv.Write(At($"releases/2022.1/schools/{county.Code}.csv"), SchoolTable.Lines(first));
            if (county.Code == "990122")
            {
                Csv.Write(At($"releases/2022.2/schools/{county.Code}.csv"), SchoolTable.Lines(right));
                Csv.Write(At("releases/2022.2/corrections.csv"), Answers.Corrections(first.First(s => s.Name == Corrected), right.First(s => s.Name == Corrected)));
            }

            if (years[county.Code].TryGetValue(2023, out var latest))
            {
                // One county's export is as an older program writes it: GB18030, with Chinese labels.
                var old = county.Code == "990323";
                Csv.Write(At($"releases/2023.1/schools/{county.Code}.csv"), SchoolTable.Lines(latest, chineseHeader: old), old ? Csv.Gb18030 : null);
            }
        }

        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            var release = $"releases/{year}.1/";
            Csv.Write(At(release + "procedure.csv"), Ledger.Procedure(year));
            Csv.Write(At(release + "facts.csv"), Ledger.Facts(year).Concat(Money.Facts(year)));
            Csv.Write(At(release + "targets.csv"), Ledger.Targets(year).Concat(Money.Targets(plan)).Concat(Ties.Promises()));
            Csv.Write(At(release + "finance.csv"), Money.Finance(year));
            Csv.Write(At(release + "projects.csv"), Money.Projects(year, plan));
            Csv.Write(At(release + "satisfaction.csv"), Ledger.Satisfaction(year).Concat(SurveyTables.Rates(year)));
            Csv.Write(At(release + "findings.csv"), Rectify.Findings(year, plan));
            Csv.Write(At(release + "coefficients.csv"), Ledger.Coefficients(year));
            Csv.Write(At(release + "government.csv"), Government.Table(year, [.. years.Values.SelectMany(y => y.GetValueOrDefault(year, []))]));
            if (year >= 2022)
            {
                Csv.Write(At(release + "surveys.csv"), GateSurveys.Surveys(year).Concat(SurveyTables.Surveys(year)));
                Csv.Write(At(release + "survey-groups.csv"), GateSurveys.Groups(year).Concat(SurveyTables.Groups(year)));
                Csv.Write(At(release + "survey-answers.csv"), SurveyTables.Answers(year));
            }

            var asOf = new DateOnly(year + 1, 5, year == 2021 ? 12 : year == 2022 ? 11 : 15);
            Csv.Write(At(release + "visits.csv"), Duties.Visits(year, asOf, plan));
            Csv.Write(At(release + "disclosures.csv"), Duties.Disclosures(year, asOf, plan));
            Csv.Write(At(release + "absences.csv"), Duties.Absences(year, plan));
            if (year >= 2022)
            {
                Csv.Write(At(release + "feedback.csv"), Answers.Feedback(year));
                Csv.Write(At(release + "scorecards.csv"), Scorecards.Table(year, plan));
            }

            Csv.Write(At(release + "exclusions.csv"), Ledger.Exclusions(year, plan));
            Csv.Write(At(release + "classes.csv"), ClassSizes.Table(year, years.Values.Where(y => y.ContainsKey(year)).SelectMany(y => y[year])));
        }

        Csv.WriteText(At("releases/2021.1/release.yaml"), Ledger.Release("2021.1", "2021 年监测结果", "2021", "2022-05-12", "2022-05-19", "2023-05-18", "", "首次发布。石笠乡岭后小学在本期之后停办。"));
        Csv.WriteText(At("releases/2022.1/release.yaml"), Ledger.Release("2022.1", "2022 年监测结果", "2022", "2023-05-11", "2023-05-18", "2024-05-20", "", "岫云县青崖中学仪器设备值和乡名录入有误，已由发布 2022.2 更正。"));
        Csv.WriteText(At("releases/2022.2/release.yaml"), Ledger.Release("2022.2", "2022 年监测结果（勘误）", "2022", "2023-09-06", "2023-09-12", "2024-05-20", "2022.1", "更正岫云县青崖中学的教学仪器设备值：发布 2022.1 多录了一位；所在乡名更正一个字。其余各表沿用 2022.1。"));
        Csv.WriteText(At("releases/2023.1/release.yaml"), Ledger.Release("2023.1", "2023 年监测结果", "2023", "2024-05-15", "2024-05-20", "2025-05-20", "", "落枫县未报送 2023 年学校数据，本期没有该县的学校；其最近一期为 2022 年。"));
    }

    /// <summary>The school whose row release 2022.2 corrects.</summary>
    private const string Corrected = "青崖中学";

    /// <summary>The mistakes that release 2022.2 corrects: one digit too many in one school's equipment, one wrong character in its township.</summary>
    private static List<School> Mistyped(List<School> schools) =>
        [.. schools.Select(s =>
        {
            var copy = s.Copy(s.Name == Corrected ? "青岩乡" : null);
            if (s.Name == Corrected)
            {
                copy["equipment"] = s["equipment"] * 10;
            }

            return copy;
        })];
}
