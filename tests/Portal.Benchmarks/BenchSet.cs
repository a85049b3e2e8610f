using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Site;
using Portal.Site.Plan;
using Portal.Sources;

namespace Portal.Benchmarks;

/// <summary>A data set with all that its site is made of, read as the program reads it.</summary>
internal sealed record BenchSet(Dataset Data, IReadOnlyList<WordsPage> Words, IReadOnlyList<InspectionReport> Reports, IReadOnlyList<Asset> Theme)
{
    /// <summary>Reads the set; it must have no error.</summary>
    public static BenchSet Read(string data, string input, string theme)
    {
        SiteFolders folders = SiteFolders.Find(data, input, theme, Path.Combine(Path.GetTempPath(), "not-written"))[0];
        ProblemList problems = new();
        Dataset set = DatasetReader.Read(folders.Data, folders.CommonData, problems) ?? throw new InvalidOperationException("The set has errors.");
        return new BenchSet(set, WordsReader.Read(folders.CommonWords, folders.Words, problems), ReportReader.Read(folders.Words, set, problems), SiteMaker.ReadTheme(theme, problems));
    }

    /// <summary>A fresh plan of the site.</summary>
    public SitePlan Plan(Findings findings) => SitePlan.Create(Data, findings, Words, Theme, new ProblemList(), Reports);
}
