namespace Portal.Tests.Commands;

/// <summary>A folder with copies of the project's data, texts and theme that a test may change, and room for an output.</summary>
public sealed class Workplace : IDisposable
{
    private readonly TempFolder temp = new();

    public Workplace()
    {
        foreach (string folder in new[] { "data/common", "data/demonstration", "data/published", "input", "theme" })
        {
            Repository.Copy(Repository.At(folder), temp[folder]);
        }
    }

    public string this[string relative] => temp[relative];

    /// <summary>Runs a command on one of the copied sets.</summary>
    public Run Run(string command, string set = "demonstration", params string[] more) =>
        Commands.Run.Of([command, "--data", temp["data/" + set], .. Others(command), .. more]);

    /// <summary>Runs a command on the folder of all sets.</summary>
    public Run RunAll(string command) => Commands.Run.Of([command, "--data", temp["data"], .. Others(command)]);

    /// <summary>Changes a file's words; the words must be there.</summary>
    public void Edit(string relative, string old, string now)
    {
        string text = File.ReadAllText(temp[relative]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(temp[relative], text.Replace(old, now, StringComparison.Ordinal));
    }

    public string[] Others(string command) =>
        command == "build" ? ["--input", temp["input"], "--theme", temp["theme"], "--output", temp["output"]] : ["--input", temp["input"], "--theme", temp["theme"]];

    public void Dispose() => temp.Dispose();
}
