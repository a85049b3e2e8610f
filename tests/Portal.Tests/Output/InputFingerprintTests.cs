using Portal.Output;
using Portal.Tests.Commands;

namespace Portal.Tests.Output;

public class InputFingerprintTests
{
    [Fact]
    public void The_same_contents_elsewhere_and_at_another_time_have_the_same_fingerprint()
    {
        using var one = Sample();
        using var other = Sample();
        File.SetLastWriteTimeUtc(other["schools.csv"], new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(Of(one), Of(other));
    }

    [Fact]
    public void Every_change_of_contents_name_folder_or_option_is_seen()
    {
        using var temp = Sample();
        var seen = new List<string> { Of(temp) };

        File.WriteAllText(temp["schools.csv"], "b"); // the same length
        seen.Add(Of(temp));
        File.Move(temp["schools.csv"], temp["places.csv"]);
        seen.Add(Of(temp));
        Directory.CreateDirectory(temp["releases/2023.2"]);
        File.Move(temp["releases/2023.1/release.yaml"], temp["releases/2023.2/release.yaml"]);
        seen.Add(Of(temp));
        File.WriteAllText(temp[".hidden"], "");
        seen.Add(Of(temp));
        seen.Add(InputFingerprint.Of([temp.Path], ["date 2025-01-02"]));
        seen.Add(InputFingerprint.Of([temp["missing"], temp.Path], ["date 2025-01-01"]));

        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Links_that_lead_nowhere_up_or_in_a_circle_and_pipes_are_no_hindrance()
    {
        using var temp = Sample();
        string before = Of(temp);
        Directory.CreateSymbolicLink(temp["releases/up"], temp.Path);
        Assert.Equal(before, Of(temp));
        File.CreateSymbolicLink(temp["nowhere.md"], "no-such-file");
        File.CreateSymbolicLink(temp["one"], "other/x");
        File.CreateSymbolicLink(temp["other"], "one/y");
        Pipe.Make(temp["pipe"]);
        Assert.NotEqual(before, Of(temp));
    }

    private static string Of(TempFolder temp) => InputFingerprint.Of([temp.Path], ["date 2025-01-01"]);

    private static TempFolder Sample()
    {
        var temp = new TempFolder();
        File.WriteAllText(temp["schools.csv"], "a");
        Directory.CreateDirectory(temp["releases/2023.1"]);
        File.WriteAllText(temp["releases/2023.1/release.yaml"], "id: \"2023.1\"");
        return temp;
    }
}
