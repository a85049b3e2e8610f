using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Output;
using Portal.Sources;
using Portal.Sources.Parts;
using Portal.Tests.Commands;

namespace Portal.Tests.Output;

/// <summary>Which county a changed row of the demonstration is seen in; expected by reading its tables.</summary>
public sealed class InputPartsTests : IDisposable
{
    private const string Data = "data/demonstration";

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData("releases/2023.1/classes.csv")]
    [InlineData("releases/2023.1/visits.csv")]
    [InlineData("inspectors.csv")]
    public void A_row_of_one_county_is_seen_in_that_county_alone(string file)
    {
        (string old, string now) = Row(File.ReadAllText(work[$"{Data}/{file}"]));
        InputParts before = Parts();
        work.Edit($"{Data}/{file}", old, now);
        InputParts after = Parts();
        Assert.Equal(before.Common, after.Common);
        Assert.Single(Changed(before, after));
    }

    [Fact]
    public void A_row_that_names_no_county_and_a_table_that_is_not_taken_apart_are_for_everybody()
    {
        InputParts before = Parts();
        File.AppendAllText(work[Data + "/channels.csv"], "990000,general,phone,0999-1234567,,\n");
        InputParts after = Parts();
        Assert.NotEqual(before.Common, after.Common);
        Assert.Empty(Changed(before, after));
        File.AppendAllText(work[Data + "/terms.csv"], "\n");
        Assert.NotEqual(after.Common, Parts().Common);
    }

    [Fact]
    public void A_row_put_before_others_changes_the_rows_whose_numbers_pages_name()
    {
        InputParts before = Parts();
        string path = work[Data + "/releases/2021.1/schools.csv"];
        string[] lines = File.ReadAllLines(path, Encoding.Latin1);
        File.WriteAllLines(path, [lines[0], lines[^1], .. lines[1..^1]], Encoding.Latin1);
        Assert.True(Changed(before, Parts()).Length > 5);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\"x\" y,")]
    public void A_file_that_cannot_be_read_with_certainty_is_for_everybody(string odd)
    {
        InputParts before = Parts();
        string path = work[Data + "/releases/2022.1/classes.csv"];
        string text = File.ReadAllText(path);
        int row = text.IndexOf('\n') + 1;
        File.WriteAllText(path, text.Insert(row, odd));
        InputParts after = Parts();
        Assert.Contains(after.Common, line => line.StartsWith("file releases/2022.1/classes.csv ", StringComparison.Ordinal));
        Assert.NotEmpty(Changed(before, after));
    }

    [Fact]
    public void A_file_that_changes_after_it_was_hashed_voids_everything()
    {
        IReadOnlyList<HashedFile> files = InputFingerprint.Files([work[Data]])[0];
        Dataset data = DatasetReader.Read(work[Data], work["data/common"], new ProblemList())!;
        Assert.NotNull(InputParts.Read(work[Data], files, data));
        File.AppendAllText(work[Data + "/releases/2023.1/visits.csv"], "\n");
        Assert.Null(InputParts.Read(work[Data], files, data));
    }

    // The last cell of the first row, with a digit more.
    private static (string Old, string Now) Row(string text)
    {
        string row = text.Split('\n')[1].TrimEnd('\r');
        return (row + "\n", row + "1\n");
    }

    private InputParts Parts()
    {
        // The set as it was: whose a row is does not change in these tests, and some edits are mistakes.
        data ??= DatasetReader.Read(work[Data], work["data/common"], new ProblemList())!;
        return InputParts.Read(work[Data], InputFingerprint.Files([work[Data]])[0], data)!;
    }

    private Dataset? data;

    private static PlaceCode[] Changed(InputParts before, InputParts after) =>
        [.. before.Counties.Keys.Union(after.Counties.Keys).Where(c => !before.Counties.TryGetValue(c, out byte[]? one) || !after.Counties.TryGetValue(c, out byte[]? other) || !one.AsSpan().SequenceEqual(other))];
}
