using System.Globalization;

namespace Portal.SampleData;

/// <summary>Reports of supervision of a large set, in Markdown: one for each county, a third of the counties in each of three periods.</summary>
internal sealed class NationalReports(string texts, int newest, int periods)
{
    /// <summary>Findings of a report's year that the report tells of: the third and fourth.</summary>
    public const int LastFinding = 4;

    /// <summary>Folder of the set's texts: <c>input</c> beside the folder <c>data</c> that the set stands in, or else beside the set.</summary>
    public static string Folder(string set)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(set));
        var above = Path.GetDirectoryName(full)!;
        var root = Path.GetFileName(above) == "data" ? Path.GetDirectoryName(above)! : above;
        var folder = Path.Combine(root, "input", Path.GetFileName(full));
        var reports = Path.Combine(folder, "reports");
        if (Directory.Exists(reports))
        {
            var other = Directory.EnumerateFiles(reports, "*", SearchOption.AllDirectories).FirstOrDefault(f => !f.EndsWith("-zonghe.md", StringComparison.Ordinal));
            if (other is not null)
            {
                throw new InvalidOperationException($"{other} is not an invented report; nothing was written.");
            }

            Directory.Delete(reports, recursive: true);
        }

        return folder;
    }

    /// <summary>The year in which a county is inspected.</summary>
    public static int YearOf(NationalCounty county, int newest, int periods) => newest - (county.Number % periods);

    /// <summary>Id of a county's report.</summary>
    public static string Id(NationalCounty county, int year) => Text($"{year}/{county.Code}-zonghe");

    /// <summary>Writes a county's report.</summary>
    public void Write(NationalCounty county, IReadOnlyList<School> schools)
    {
        var year = YearOf(county, newest, periods);
        var release = Math.Max(year - 1, newest - periods + 1);
        var province = NationalCounty.ProvinceName(county.Province);
        string Figure(string stage) => schools.Count(s => s.Pupils(stage) > 0 && Balance.Counts(s)) < 4
            ? "未计算"
            : Text($"{{figure: place={county.Code}, scheme=basic-2012, stage={stage}, indicator=composite}}");
        Csv.WriteText(Path.Combine(texts, "reports", Id(county, year) + ".md"), Text($$"""
            ---
            title: {{county.Name}}义务教育均衡发展综合督导报告
            number: {{province}}教督〔{{year}}〕{{county.Number + 1}}号（虚构）
            kind: comprehensive
            place: "{{county.Code}}"
            team: {{4 + (county.Number % 5)}}
            from: {{year}}-10-16
            until: {{year}}-10-20
            signed: {{year}}-11-13
            published: {{year}}-11-20
            unit: {{province}}教育督导室（虚构）
            basis: [《教育督导条例》, 《县域义务教育均衡发展督导评估暂行办法》]
            steps:
              - { step: 抽签选点, date: {{year}}-10-16 }
              - { step: 实地考察, date: {{year}}-10-18 }
              - { step: 督导反馈, date: {{year}}-10-20 }
            sampled: [{{string.Join(", ", schools.Take(schools.Count - 1).Where((s, i) => i % 11 == 0).Select(s => $"\"{s.Id}\""))}}]
            meetings:
              - { group: 家长, count: 2 }
              - { group: 教师, count: 3 }
            release: "{{release}}.1"
            ---

            ## 成绩

            {{county.Name}}把义务教育列入年度重点工作，改扩建乡村学校 {{2 + (county.Number % 6)}} 所。小学综合差异系数为 {{Figure("primary")}}，初中为 {{Figure("junior")}}。

            ## 问题

            {{county.Town(0)}}、{{county.Town(1)}}等乡镇的学校还有短板，有的学校教师一人教几门课。{finding: {{county.Code}}-{{year}}-03}

            县城学校的班级人数偏多，农村学校的图书更新慢。{finding: {{county.Code}}-{{year}}-04}

            ## 督导意见

            {{county.Name}}人民政府应统筹城乡教师编制，优先补足乡村小学；控制城区学校招生规模，消除大班额。

            ## 整改要求

            各责任单位应在督导意见书写明的期限内整改，提交书面报告，并向社会公布整改情况。
            """));
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
