using System.Globalization;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>Invented reports, findings and sentences of counties, made of phrases that come again and again as in real ones, with numbers and signs.</summary>
internal static class InventedTexts
{
    private static readonly string[] Subjects = ["青渡县", "鹤汀县", "岫云县", "霜桥区", "屿澜县", "苇荡区", "柳汀乡中心小学", "津潭镇初级中学", "城关第3小学", "县教育局", "督导组", "多所学校"];
    private static readonly string[] Verbs = ["尚未配齐", "已经补足", "没有达到", "超过", "公开了", "核查了", "需要整改", "按期完成", "挤占", "没有公开"];
    private static readonly string[] Objects = ["体育运动场馆面积", "教学仪器设备值", "音乐、美术专用教室", "学校教师岗位", "班额（56 人以上）", "校舍安全台账", "课后服务收费", "0.65 的限值", "图书 25 册", "县域内校际差异系数", "义务教育经费 “两个只增不减”", "网络多媒体教室"];
    private static readonly string[] Ends = ["。", "！", "；", "，", "……", "\n"];

    /// <summary>Texts, the same for the same seed; with each its sentences.</summary>
    public static List<(TextDocument Document, TextBody Body)> Make(int seed, int reports, int findings, int counties)
    {
        Random random = new(seed);
        List<(TextDocument, TextBody)> all = [];
        Add(TextKind.Report, reports, 12, 40, "督导报告");
        Add(TextKind.Finding, findings, 1, 4, "整改");
        Add(TextKind.County, counties, 4, 7, "县");
        Add(TextKind.Indicator, 12, 2, 4, "指标");
        Add(TextKind.Words, 5, 10, 40, "办法");
        return all;

        void Add(TextKind kind, int count, int least, int most, string title)
        {
            for (int n = 0; n < count; n++)
            {
                string place = kind is TextKind.Indicator or TextKind.Words ? "" : $"{990000 + ((random.Next(1, 40) * 100) + random.Next(1, 12)):D6}";
                string order = n.ToString("D6", CultureInfo.InvariantCulture);
                TextBody body = new($"{title}{order}：{Pick(Objects)}", Pick(Subjects), "2024-05-15", $"texts/{kind}/{order}/", [.. Enumerable.Range(0, random.Next(least, most)).Select(_ => Sentence())]);
                all.Add((new TextDocument(kind, place, order, () => body), body));
            }
        }

        string Sentence() => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Subjects) + (random.Next(3) == 0 ? $" {random.Next(2010, 2025)} 年" : "") + Pick(Verbs) + Pick(Objects) + Rare() + Pick(Ends)));

        // Any character of the common block, so that there are pairs that stand in one text only.
        string Rare() => random.Next(4) == 0 ? new string([(char)random.Next('一', '鿋'), (char)random.Next('一', '鿋')]) : "";

        string Pick(string[] of) => of[random.Next(of.Length)];
    }
}
