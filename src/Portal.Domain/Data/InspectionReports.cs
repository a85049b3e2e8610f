namespace Portal.Domain.Data;

/// <summary>A step of an inspection: of the five 抽签选点, 听取汇报, 座谈询问, 实地考察, 督导反馈 (rules of the province, as published).</summary>
/// <param name="Name">Name of the step.</param>
/// <param name="Date">Day, null where the report gives none.</param>
public sealed record ReportStep(string Name, DateOnly? Date);

/// <summary>Schools that the inspection looked at, of one type, where the report does not name them.</summary>
/// <param name="Type">Code of types.csv.</param>
/// <param name="Count">Schools, 1 or more.</param>
public sealed record ReportSample(string Type, int Count);

/// <summary>Meetings with a group 座谈会.</summary>
/// <param name="Group">Group in words: 家长, 教师.</param>
/// <param name="Count">Meetings, 1 or more.</param>
public sealed record ReportMeetings(string Group, int Count);

/// <summary>The signed original of a report as a file.</summary>
/// <param name="Name">File name, e.g. <c>yuanjian.pdf</c>.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes in small hexadecimal digits.</param>
public sealed record ReportOriginal(string Name, ReadOnlyMemory<byte> Bytes, string Sha256);

/// <summary>
/// A supervision report 督导报告, which shall be made public (《教育督导条例》第二十三条): a Markdown text with front matter in
/// <c>input/&lt;set&gt;/reports/&lt;year&gt;/&lt;slug&gt;.md</c>. Its words are the authority's; the portal only fills in figures by reference.
/// </summary>
public sealed record InspectionReport
{
    /// <summary>Year and slug, <c>2023/990121-junheng</c>: what findings.csv and visits.csv name in the column <c>report</c>.</summary>
    public required string Id { get; init; }

    /// <summary>File as printed in problems.</summary>
    public required string File { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Number of the document 文号, empty where it has none.</summary>
    public required string Number { get; init; }

    /// <summary>Kind, a code of the vocabulary <c>inspection</c>: 综合, 专项, 经常性.</summary>
    public required string Kind { get; init; }

    /// <summary>The place that was inspected, null where it was a school.</summary>
    public required PlaceCode? Place { get; init; }

    /// <summary>The schools that were inspected, in order of their ids; empty where it was a place.</summary>
    public required IReadOnlyList<SchoolId> Schools { get; init; }

    /// <summary>Members of the team; null where not given.</summary>
    public required int? Team { get; init; }

    /// <summary>First day on site.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day on site.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Day on which the report was made public.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Unit that signs 落款; never a person.</summary>
    public required string Unit { get; init; }

    /// <summary>Day beside the signature 成文日期.</summary>
    public required DateOnly Signed { get; init; }

    /// <summary>Legal basis, document by document.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>Steps in their order.</summary>
    public required IReadOnlyList<ReportStep> Steps { get; init; }

    /// <summary>Schools that were looked at, in order of their ids, where the report names them.</summary>
    public required IReadOnlyList<SchoolId> Sampled { get; init; }

    /// <summary>Schools that were looked at, by type, where the report does not name them.</summary>
    public required IReadOnlyList<ReportSample> Samples { get; init; }

    /// <summary>Meetings by group.</summary>
    public required IReadOnlyList<ReportMeetings> Meetings { get; init; }

    /// <summary>Valid questionnaires; null where not given.</summary>
    public required int? Questionnaires { get; init; }

    /// <summary>The release that its figures are from.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The signed original, null where none is given.</summary>
    public required ReportOriginal? Original { get; init; }

    /// <summary>What was said against the preliminary opinion 申辩, in words; empty where not given.</summary>
    public required string Appeal { get; init; }

    /// <summary>Body in Markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>Line of the file at which the body begins, 1 for the first.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Headings that a report has, in their order.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["成绩", "问题", "督导意见", "整改要求"];

    /// <summary>The heading that no report may lack.</summary>
    public const string Problems = "问题";

    /// <summary>Beginning and end of the reference to a finding in the body: <c>{finding: 990121-2023-07}</c>.</summary>
    public const string FindingPattern = @"\{finding:\s*([^}\n]*?)\s*\}";
}

/// <summary>How many schools there are, for the share that an inspection looked at.</summary>
public static class ReportSchools
{
    /// <summary>Schools at or below a place in a release by code of their type; rows that another school counts (不计校数) are left out.</summary>
    public static IReadOnlyDictionary<string, int> ByType(Dataset data, Release release, PlaceCode place)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (Place county in data.Places.CountiesOf(place))
        {
            (int start, int length) = release.Schools.RowsOf(county.Code).GetOffsetAndLength(release.Schools.Count);
            for (int row = start; row < start + length; row++)
            {
                School school = release.Schools[row];
                if (!data.Vocabulary.IsCountedElsewhere(school))
                {
                    counts[school.Type] = counts.GetValueOrDefault(school.Type) + 1;
                }
            }
        }

        return counts;
    }

    /// <summary>The school as the report's release has it, else as the newest release that has it; null where none does.</summary>
    public static School? Find(Dataset data, Release release, SchoolId id) =>
        release.Schools.Find(id) is { } row ? release.Schools[row] : data.LatestOf(id) is { } other ? other.Schools[other.Schools.Find(id)!.Value] : null;
}
