using System.Globalization;
using System.IO.Compression;
using System.Text;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>Reads the index of texts as its description says, with nothing of the code that writes it but the form of a text.</summary>
internal sealed class TextReader
{
    private readonly Dictionary<string, byte[]> files;
    private readonly int shards;
    private readonly int blockSize;

    public TextReader(IEnumerable<TextFile> plan)
    {
        files = plan.ToDictionary(file => file.Path, file => Unzip(file.ToBytes()));
        string[] lines = Lines("list");
        string[] head = lines[0].Split('\t');
        Assert.Equal("portal-text 1", head[0]);
        shards = int.Parse(head[1], CultureInfo.InvariantCulture);
        blockSize = int.Parse(head[3], CultureInfo.InvariantCulture);
        Areas = [.. lines[1].Split('\t', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(a => (a[0], a[1]))];
        foreach (string[] group in lines[2..].Select(line => line.Split('\t')))
        {
            int count = int.Parse(group[1], CultureInfo.InvariantCulture), size = group.Length > 2 ? 1 : blockSize;
            for (int n = 0; n < count; n++)
            {
                Documents.Add((group[0], n / size, n % size));
            }
        }

        Assert.Equal(int.Parse(head[2], CultureInfo.InvariantCulture), Documents.Count);
    }

    /// <summary>Prefix and name of the places that narrow results.</summary>
    public IReadOnlyList<(string Prefix, string Name)> Areas { get; }

    /// <summary>Kind and city, block and place in it, of each text.</summary>
    public List<(string Group, int Block, int At)> Documents { get; } = [];

    /// <summary>Lines of a text as shown: title, place, day, address; then its sentences.</summary>
    public string[] Read(int document)
    {
        (string group, int block, int at) = Documents[document];
        return Encoding.UTF8.GetString(files[string.Create(CultureInfo.InvariantCulture, $"search/text/t/{group}-{block}")]).Split("\n\n")[at].Split('\n');
    }

    /// <summary>Numbers of the texts that have the run.</summary>
    public int[] Find(string run)
    {
        int[] letters = [.. run.EnumerateRunes().Select(rune => rune.Value)];
        HashSet<(int Document, int Place)>? starts = null;
        for (int n = 0; n + 1 < letters.Length; n++)
        {
            HashSet<(int, int)> here = [.. Places(letters[n], letters[n + 1]).Select(p => (p.Document, p.Place - n))];
            starts = starts is null ? here : [.. starts.Intersect(here)];
        }

        return [.. starts!.Select(start => start.Document).Distinct().Order()];
    }

    private List<(int Document, int Place)> Places(int first, int second)
    {
        byte[] bytes = files[string.Create(CultureInfo.InvariantCulture, $"search/text/{shards}/{((first * 31) + second) % shards:x}")];
        int at = 0, skip = 0, from = -1, length = 0;
        int pairs = Number();
        for (int n = 0; n < pairs; n++)
        {
            bool mine = (Number() == first) & (Number() == second);
            int own = Number();
            (from, length) = mine ? (skip, own) : (from, length);
            skip += own;
        }

        List<(int, int)> places = [];
        if (from < 0)
        {
            return places;
        }

        at += from;
        int document = 0;
        for (int end = at + length; at < end;)
        {
            document += Number();
            int place = 0;
            for (int left = Number(); left > 0; left--)
            {
                places.Add((document, place += Number()));
            }
        }

        return places;

        int Number()
        {
            int value = 0, shift = 0;
            while (true)
            {
                byte next = bytes[at++];
                value |= (next & 127) << shift;
                shift += 7;
                if (next < 128)
                {
                    return value;
                }
            }
        }
    }

    private string[] Lines(string name) => Encoding.UTF8.GetString(files["search/text/" + name]).Split('\n')[..^1];

    private static byte[] Unzip(byte[] bytes)
    {
        using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
