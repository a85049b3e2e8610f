namespace Portal.SampleData;

/// <summary>What the invented province relaxes for some schools (放宽规定), and the numbers that a few schools report for it in the last year.</summary>
internal static class Relaxed
{
    /// <summary>The set-level overlay: schemes/quality-2017/allowances.csv. The common table has the same rows, adopted nowhere.</summary>
    public const string Table = """
        allowance,label,applies_to,stage,place,from,until,conditions,replaces,source
        small-rural-shared-teachers,不满 100 人的乡村学校和教学点,arts-sports-teachers,,990000,2023-01-01,,"urban:210,220 pupils<100",numerator+=teachers_arts_sports_shared_{stage},《云岭省优质均衡督导评估实施办法》（演示文件〔2022〕40号）第十二条
        city-centre-sports,中心城区学校,sports-area,,990000,2023-01-01,,urban:111,numerator+=rented_sports_area,《云岭省优质均衡督导评估实施办法》（演示文件〔2022〕40号）第十三条
        early-music-rooms,2016 年底前建校的学校,g03-music,,990000,2023-01-01,,built_year<=2016,threshold=73,《云岭省优质均衡督导评估实施办法》（演示文件〔2022〕40号）第十四条
        early-art-rooms,2016 年底前建校的学校,g03-art,,990000,2023-01-01,,built_year<=2016,threshold=67,《云岭省优质均衡督导评估实施办法》（演示文件〔2022〕40号）第十四条
        """;

    /// <summary>Columns that a part of a table has only where one of its schools reports them.</summary>
    public static readonly (string Name, string Label)[] Columns =
    [
        ("teachers_arts_sports_shared_primary", "小学交流轮岗、兼职、走教的体育艺术教师数"), ("rented_sports_area", "改建或租用的体育场地面积"),
    ];

    // One school that meets the standard by it, one that does not even so, one that is left without a report (枫岭乡石磨小学 may count
    // teachers and gives none).
    private static readonly (string School, string Column, string Value)[] Reported =
    [
        ("石笠乡杉坞小学", "teachers_arts_sports_shared_primary", "1"),
        ("雁栖乡下寨教学点", "teachers_arts_sports_shared_primary", "2"),
        ("苇荡区第一小学", "rented_sports_area", "600"),
        ("苇荡区实验小学", "rented_sports_area", "1850.5"),
    ];

    /// <summary>Writes what a school reports in a year.</summary>
    public static void Mark(School school, int year)
    {
        foreach (var (_, column, value) in Reported.Where(r => year == 2023 && r.School == school.Name))
        {
            school.Words[column] = value;
        }
    }
}
