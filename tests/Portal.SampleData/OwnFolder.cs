namespace Portal.SampleData;

/// <summary>The folder that a set is written to.</summary>
internal static class OwnFolder
{
    /// <summary>Empties a folder that holds an invented set, so that no part of an earlier one stays; refuses any other that is not empty.</summary>
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var settings = Path.Combine(folder, "settings.yaml");
        var invented = File.Exists(settings) && File.ReadLines(settings).Contains("kind: demonstration");
        if (!invented && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InvalidOperationException($"{folder} is not an invented data set; nothing was written.");
        }

        Directory.Delete(folder, recursive: true);
    }
}
