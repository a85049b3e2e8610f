using Portal.Sources.Tables;

namespace Portal.Sources.Parts;

/// <summary>A table whose rows belong to counties.</summary>
/// <param name="Definition">The table.</param>
/// <param name="InRelease">True where it stands in a release, false where in the folder of the set.</param>
/// <param name="Keys">Columns that name the counties of a row: all that are filled count.</param>
/// <param name="Numbered">True where pages name the number of the row.</param>
internal sealed record OwnedTable(TableDefinition Definition, bool InRelease, (string Column, OwnerKey Key)[] Keys, bool Numbered = false);

/// <summary>
/// The tables whose rows belong to counties. All others (places, sources, vocabulary, schemes, corrections …) are for everybody: a change
/// there changes every page, as does a table that is not named here or does not stand in a CSV file.
/// </summary>
internal static class OwnedTables
{
    private static readonly (string, OwnerKey) Place = ("place", OwnerKey.Place), School = ("school", OwnerKey.School), Survey = ("survey", OwnerKey.Survey);

    private static readonly OwnedTable[] All =
    [
        new(Definitions.Channels, false, [Place]),
        new(Definitions.SchoolLinks, false, [("from", OwnerKey.School), ("to", OwnerKey.School)]),
        new(Definitions.Campuses, false, [School]),
        new(Definitions.Groups, false, [School]),
        new(Definitions.Inspectors, false, [School]),
        new(Definitions.Schools, true, [Place, School], Numbered: true),
        new(Definitions.Exclusions, true, [School]),
        new(Definitions.Coefficients, true, [Place]),
        new(Definitions.Facts, true, [Place]),
        new(Definitions.Targets, true, [Place, School]),
        new(Definitions.Procedure, true, [Place]),
        new(Definitions.Satisfaction, true, [Place]),
        new(Definitions.Classes, true, [School]),
        new(Definitions.Government, true, [Place]),
        new(Definitions.Finance, true, [Place]),
        new(Definitions.Projects, true, [Place, School]),
        new(Definitions.Surveys, true, [Place]),
        new(Definitions.SurveyGroups, true, [Survey]),
        new(Definitions.SurveyAnswers, true, [Survey, Place]),
        new(Definitions.Findings, true, [Place, School]),
        new(Definitions.Visits, true, [Place, School]),
        new(Definitions.Disclosures, true, [Place, School]),
        new(Definitions.Absences, true, [Place, School]),
        new(Definitions.FeedbackCounts, true, [Place]),
        new(Definitions.Scorecards, true, [School]),
    ];

    /// <summary>The table that a file of a set holds, or a part of it; null for a file that is for everybody.</summary>
    /// <param name="path">Path inside the set's folder: <c>releases/2023.1/schools/990121.csv</c>.</param>
    /// <param name="release">Folder of the release, empty where the table stands in the folder of the set.</param>
    public static OwnedTable? Of(string path, out string release)
    {
        string[] names = path.Split('/');
        bool inRelease = names is ["releases", _, _, ..];
        release = inRelease ? names[1] : "";
        string? table = !path.EndsWith(".csv", StringComparison.Ordinal) ? null : (inRelease ? names[2..] : names) switch
        {
            [var file] => Path.GetFileNameWithoutExtension(file),
            [var folder, _] => folder,
            _ => null,
        };
        return table is null ? null : All.FirstOrDefault(t => t.InRelease == inRelease && t.Definition.Name == table);
    }
}
