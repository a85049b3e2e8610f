using Portal.Output;

namespace Portal.Tests.Output;

/// <summary>A file whose stamp is as it was is not read again; whatever could have been written without leaving another stamp is. Elsewhere than on Linux every file is read.</summary>
public sealed class FileStampsTests : IDisposable
{
    private readonly TempFolder temp = new();

    private int read;

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_file_that_is_as_it_was_is_not_read_again()
    {
        File.WriteAllText(temp["a.csv"], "a");
        string first = Later("a.csv");

        Assert.Equal(first, Later("a.csv"));
        Assert.Equal(OperatingSystem.IsLinux() ? 1 : 2, read);
    }

    [Fact]
    public void A_file_changed_in_the_moment_in_which_it_was_hashed_is_read_again_though_it_has_the_same_length_and_time()
    {
        File.WriteAllText(temp["a.csv"], "a");
        DateTime time = File.GetLastWriteTimeUtc(temp["a.csv"]);
        string first = Now("a.csv");
        File.WriteAllText(temp["a.csv"], "b");
        File.SetLastWriteTimeUtc(temp["a.csv"], time);

        Assert.NotEqual(first, Now("a.csv"));
        Now("a.csv");
        Assert.Equal(3, read); // nothing so young is believed
    }

    [Fact]
    public void A_file_written_later_is_read_again_though_it_has_the_same_length_and_its_time_was_set_back()
    {
        File.WriteAllText(temp["a.csv"], "a");
        DateTime time = File.GetLastWriteTimeUtc(temp["a.csv"]);
        string first = Later("a.csv");
        Thread.Sleep(30); // longer than the steps in which the system counts time
        File.WriteAllText(temp["a.csv"], "b");
        File.SetLastWriteTimeUtc(temp["a.csv"], time);

        Assert.NotEqual(first, Later("a.csv"));
    }

    [Fact]
    public void Another_file_put_in_its_place_is_read_though_it_has_the_same_length_and_time()
    {
        File.WriteAllText(temp["a.csv"], "a");
        File.WriteAllText(temp["b.csv"], "b");
        File.SetLastWriteTimeUtc(temp["b.csv"], File.GetLastWriteTimeUtc(temp["a.csv"]));
        string first = Later("a.csv");
        File.Move(temp["b.csv"], temp["a.csv"], overwrite: true);

        Assert.NotEqual(first, Later("a.csv"));
    }

    [Fact]
    public void Stamps_that_cannot_be_read_and_files_that_cannot_be_hashed_are_not_believed()
    {
        File.WriteAllText(temp["a.csv"], "a");
        File.WriteAllText(temp["stamps"], $"a b\nnonsense 1 2 3 4 5 {temp["a.csv"]}\n");
        Assert.NotEqual("nonsense", Later("a.csv"));
        Assert.Equal(1, read);

        File.WriteAllText(temp["b.csv"], "b");
        int tried = 0;
        for (int i = 0; i < 2; i++)
        {
            FileStamps stamps = new(temp["stamps"], () => DateTime.UtcNow.AddMinutes(1));
            Assert.Equal("unreadable", stamps.Of(temp["b.csv"], _ => { tried++; return "unreadable"; }));
            stamps.Write();
        }

        Assert.Equal(2, tried);
    }

    private string Now(string file) => Hash(file, () => DateTime.UtcNow);

    // A minute later: the file is old by then.
    private string Later(string file) => Hash(file, () => DateTime.UtcNow.AddMinutes(1));

    private string Hash(string file, Func<DateTime> clock)
    {
        FileStamps stamps = new(temp["stamps"], clock);
        string hash = stamps.Of(temp[file], path =>
        {
            read++;
            return File.ReadAllText(path).PadLeft(64, '0');
        });
        stamps.Write();
        return hash;
    }
}
