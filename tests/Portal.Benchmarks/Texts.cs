using System.Diagnostics;
using System.Globalization;
using System.Text;
using Portal.Site.Search;

namespace Portal.Benchmarks;

/// <summary>The index of texts of a country: how long it takes, how large it is, what a query reads, and whether it finds what a scan finds.</summary>
internal static class Texts
{
    private const int Queries = 200;

    /// <summary>Prints tables in Markdown; writes the files below <paramref name="output"/> where one is given.</summary>
    public static void Run(string input, int reports, int findings, int counties, string? output, TextWriter to)
    {
        TextMaterial material = new(input);
        TextDocument[] texts = [.. material.Make(reports, findings, counties)];
        using Process self = Process.GetCurrentProcess();
        TimeSpan cpu = self.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes(), letters = 0;
        Stopwatch making = Stopwatch.StartNew();
        foreach (TextDocument text in texts)
        {
            TextBody body = text.Read();
            letters += body.Title.Length + body.Sentences.Sum(s => s.Length);
        }

        double made = making.Elapsed.TotalSeconds;
        self.Refresh();
        TimeSpan madeCpu = self.TotalProcessorTime - cpu;
        long madeAllocated = GC.GetTotalAllocatedBytes() - allocated;
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<TextFile> files = TextIndex.Plan(texts, []);
        Dictionary<string, byte[]> bytes = [];
        foreach (TextFile file in files)
        {
            bytes[file.Path] = file.ToBytes();
        }

        double seconds = watch.Elapsed.TotalSeconds;
        self.Refresh();
        bool Shard(string path) => !path.Contains("/t/", StringComparison.Ordinal) && !path.EndsWith("list", StringComparison.Ordinal);
        int[] shards = [.. bytes.Where(f => Shard(f.Key)).Select(f => f.Value.Length).Order()];
        int[] blocks = [.. bytes.Where(f => f.Key.Contains("/t/", StringComparison.Ordinal)).Select(f => f.Value.Length).Order()];
        Line($"{texts.Length:N0} texts, {letters:N0} characters. Made twice over as a site does: {made:0.0} s each time, {madeAllocated >> 20} MiB allocated; not counted below.");
        Line($"");
        Line($"| index of texts | |");
        Line($"|---|---:|");
        Line($"| seconds, one thread, gzip with it | {seconds - (2 * made):0.0} |");
        Line($"| processor seconds | {(self.TotalProcessorTime - cpu - (3 * madeCpu)).TotalSeconds:0.0} |");
        Line($"| peak memory of the process with all files in it, MiB | {self.PeakWorkingSet64 >> 20} |");
        Line($"| files | {bytes.Count:N0} |");
        Line($"| bytes, gzip | {bytes.Values.Sum(b => (long)b.Length):N0} |");
        Line($"| of these the shards, {shards.Length}: all; median, largest | {shards.Sum(b => (long)b):N0}; {shards[shards.Length / 2]:N0}, {shards[^1]:N0} |");
        Line($"| blocks of texts, {blocks.Length}: all; median, largest | {blocks.Sum(b => (long)b):N0}; {blocks[blocks.Length / 2]:N0}, {blocks[^1]:N0} |");
        Line($"| the list, read once | {bytes[TextIndex.Folder + "list"].Length:N0} |");
        if (output is not null)
        {
            Write(texts, bytes, output);
        }

        void Line(FormattableString words) => to.WriteLine(FormattableString.Invariant(words));
    }

    // The site's part that theme/textsearch.js reads, and queries with what a scan finds: texts-queries.tsv, a run, how many texts, the sum of hashes of their addresses.
    private static void Write(TextDocument[] texts, Dictionary<string, byte[]> bytes, string output)
    {
        foreach ((string path, byte[] content) in bytes)
        {
            string file = Path.Combine(output, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }

        string[] forms = [.. texts.Select(text => text.Read()).Select(body => string.Join('\n', body.Searched.Select(TextForm.Of)))];
        Random random = new(9);
        StringBuilder lines = new();
        for (int n = 0; n < Queries;)
        {
            string form = forms[random.Next(forms.Length)];
            int length = random.Next(2, 7);
            string run = form.Substring(random.Next(form.Length - length), length);
            if (run.Any(c => c is ' ' or '\n' or '.'))
            {
                continue;
            }

            n++;
            lines.Append(CultureInfo.InvariantCulture, $"{run}\t{forms.Count(f => f.Contains(run, StringComparison.Ordinal))}\n");
        }

        File.WriteAllText(Path.Combine(output, "texts-queries.tsv"), lines.ToString());
    }
}
