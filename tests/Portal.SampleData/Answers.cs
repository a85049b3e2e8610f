using System.Globalization;

namespace Portal.SampleData;

/// <summary>What became of feedback, and the errata of the revision.</summary>
internal static class Answers
{
    /// <summary>feedback.csv: twelve months up to the release's as-of day, for the province and its counties. 落枫县 has counted nothing; 屿澜县 has not reported the days.</summary>
    public static IEnumerable<string> Feedback(int year)
    {
        yield return "place,month,topic,received,answered,median_days";
        string[] places = ["990000", .. Yunling.Counties.Select(c => c.Code).Where(c => c != "990322")];
        foreach (string place in places)
        {
            Chance chance = new($"feedback {year} {place}");
            for (int i = 0; i < 12; i++)
            {
                string month = new DateOnly(year, 5, 1).AddMonths(i).ToString("yyyy-MM", CultureInfo.InvariantCulture);
                foreach (string topic in new[] { "data", "general" })
                {
                    int received = chance.Below(topic == "data" ? 4 : 9);
                    int answered = Math.Max(0, received - (i == 11 ? 1 : 0) - (chance.Below(6) == 0 ? 1 : 0));
                    string days = answered == 0 || place == "990223" ? "" : Csv.Number(4 + chance.Below(12));
                    yield return $"{place},{month},{topic},{received},{answered},{days}";
                }
            }
        }
    }

    /// <summary>corrections.csv of release 2022.2: the cell that had one digit too many, and one word.</summary>
    public static IEnumerable<string> Corrections(School wrong, School right)
    {
        yield return "erratum,table,row,column,was,is,reason,date";
        yield return Csv.Line(["2022-1", "schools", right.Id, "equipment", Csv.Number(wrong["equipment"]), Csv.Number(right["equipment"]), "录入时多了一位，学校核对后更正", "2023-09-05"]);
        yield return Csv.Line(["2022-2", "schools", right.Id, "township", wrong.Township, right.Township, "乡名写错一个字", "2023-09-05"]);
    }
}
