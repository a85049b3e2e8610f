using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>Supervision reports as they are read.</summary>
public class ReportTests
{
    [Fact]
    public void A_report_is_read_with_its_original_and_is_no_page_of_words()
    {
        using SmallSet set = new();
        MistakesOfReports.Report(set).Replace(MistakesOfReports.File, "appeal: 无", "pdf: anquan.pdf").Write("../input/small/reports/2024/anquan.pdf", "%PDF-1.4");
        Assert.Equal([], set.Problems());
        ProblemList problems = new();
        string words = Path.GetFullPath(set.PathOf("../input"));
        InspectionReport report = Assert.Single(ReportReader.Read(words + "/small", set.Read(), problems));
        Assert.Equal(0, problems.Errors);
        Assert.Equal(("2024/anquan", "special", new PlaceCode("990101"), 3), (report.Id, report.Kind, report.Place, report.Team));
        Assert.Equal((new DateOnly(2024, 3, 4), new DateOnly(2024, 3, 6), new DateOnly(2024, 3, 11), new DateOnly(2024, 3, 15)), (report.From, report.Until, report.Signed, report.Published));
        Assert.Equal([new ReportSample("211", 1)], report.Samples);
        Assert.Equal(23, report.FirstLine);
        Assert.StartsWith("## 成绩", report.Markdown, StringComparison.Ordinal);
        // sha256sum of the eight bytes "%PDF-1.4".
        Assert.Equal("e16fa5d9b51928755db85b917f0297babaf22c7a47e97d9212adab56e61ba04e", report.Original!.Sha256);
        Assert.Equal("%PDF-1.4", Encoding.ASCII.GetString(report.Original.Bytes.Span));
        Assert.DoesNotContain(WordsReader.Read(words + "/common", words + "/small", problems), w => w.Path.StartsWith("reports/", StringComparison.Ordinal));
    }

    [Fact]
    public void All_schools_of_a_type_are_counted_without_those_that_another_counts()
    {
        using SmallSet set = new();
        Dataset data = set.Read();
        // schools.csv of 990101: one of type 211, a second of it a campus that the first counts; one 218, one 312.
        Assert.Equal(new Dictionary<string, int> { ["211"] = 1, ["218"] = 1, ["312"] = 1 }, ReportSchools.ByType(data, data.Latest!, new PlaceCode("990101")));
    }
}
