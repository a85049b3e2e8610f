using System.Globalization;
using System.Numerics;
using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// The index of texts that <c>theme/textsearch.js</c> reads, as a plan of small files below <c>search/text/</c>:
/// <list type="bullet">
/// <item><c>list</c>: how many texts there are of each kind and city, in the order of their numbers;</item>
/// <item><c>16/b</c>: of sixteen shards the twelfth: pairs of characters with the texts that have them (<see cref="TextPostings"/>);</item>
/// <item><c>t/f9901-2</c>: the third block of texts of one kind and city, read only for the results shown.</item>
/// </list>
/// The same texts in any order give the same bytes. Which files there are follows from the list of texts alone; the postings are made when the first shard
/// is asked for.
/// </summary>
public static class TextIndex
{
    /// <summary>Folder of the index, from the root of the site.</summary>
    public const string Folder = "search/text/";

    /// <summary>Version of the format; the script refuses another.</summary>
    public const string Version = "portal-text 1";

    /// <summary>Characters of a code that texts are put together by: province and city.</summary>
    private const int CityLength = 4;

    /// <summary>Short texts in a block; a long one has a block of its own.</summary>
    private const int ShortTextsInBlock = 24;

    /// <summary>A long text weighs as much as so many short ones, about.</summary>
    private const int WeightOfLong = 16;

    /// <summary>Short texts for each shard, about: half of what a query reads of a shard is other pairs, so shards are many and small.</summary>
    private const int WeightOfShard = 16;

    private const int ShardsAtMost = 4096;

    /// <summary>Plans the files; none where there is no text.</summary>
    public static IReadOnlyList<TextFile> Plan(IEnumerable<TextDocument> documents, IEnumerable<TextArea> areas)
    {
        TextDocument[] texts =
        [
            .. documents.OrderBy(text => text.Kind).ThenBy(City, StringComparer.Ordinal).ThenBy(text => text.Place, StringComparer.Ordinal)
                .ThenBy(text => text.Order, StringComparer.Ordinal),
        ];
        if (texts.Length == 0)
        {
            return [];
        }

        int shards = ShardCount(texts.Sum(text => IsLong(text.Kind) ? WeightOfLong : 1));
        Lazy<byte[][]> postings = new(() => TextPostings.Of(texts).Shards(shards));
        IGrouping<(TextKind Kind, string City), TextDocument>[] groups = [.. texts.GroupBy(text => (text.Kind, City(text)))];
        string list = List(shards, texts.Length, groups.Select(group => (group.Key.Kind, group.Key.City, group.Count())), areas);
        List<TextFile> files = [new(Folder + "list", texts, () => Encoding.UTF8.GetBytes(list))];
        foreach (IGrouping<(TextKind Kind, string City), TextDocument> group in groups)
        {
            int number = 0;
            foreach (TextDocument[] block in group.Chunk(BlockSize(group.Key.Kind)))
            {
                files.Add(new TextFile(string.Create(CultureInfo.InvariantCulture, $"{Folder}t/{Letter(group.Key.Kind)}{group.Key.City}-{number++}"), block, () => Encoding.UTF8.GetBytes(Block(block))));
            }
        }

        for (int shard = 0; shard < shards; shard++)
        {
            int own = shard;
            files.Add(new TextFile(string.Create(CultureInfo.InvariantCulture, $"{Folder}{shards}/{shard:x}"), texts, () => postings.Value[own]));
        }

        return files;
    }

    /// <summary>Number of shards for texts of a weight (a short text is 1): a power of two, 1 to 4,096.</summary>
    internal static int ShardCount(int weight) => (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)(weight + WeightOfShard - 1) / WeightOfShard), ShardsAtMost);

    private static bool IsLong(TextKind kind) => kind is TextKind.Report or TextKind.Words;

    private static int BlockSize(TextKind kind) => IsLong(kind) ? 1 : ShortTextsInBlock;

    private static char Letter(TextKind kind) => "iwrfc"[(int)kind];

    private static string City(TextDocument text) => text.Place.Length < CityLength ? text.Place : text.Place[..CityLength];

    // Line 1: version, shards, texts, size of a block of short texts. Line 2: prefix and name of each area in turn. Then for each kind and city in order: letter
    // of the kind and code, number of texts, 1 where each text has a block of its own.
    private static string List(int shards, int texts, IEnumerable<(TextKind Kind, string City, int Count)> groups, IEnumerable<TextArea> areas)
    {
        StringBuilder list = new();
        list.Append(CultureInfo.InvariantCulture, $"{Version}\t{shards}\t{texts}\t{ShortTextsInBlock}\n");
        list.AppendJoin('\t', areas.OrderBy(area => area.Prefix, StringComparer.Ordinal).Select(area => area.Prefix + '\t' + Field(area.Name))).Append('\n');
        foreach ((TextKind kind, string city, int count) in groups)
        {
            list.Append(CultureInfo.InvariantCulture, $"{Letter(kind)}{city}\t{count}{(IsLong(kind) ? "\t1" : "")}\n");
        }

        return list.ToString();
    }

    // For each text a line of title, place, day, address, and one for each sentence; an empty line after it.
    private static string Block(TextDocument[] texts)
    {
        StringBuilder block = new();
        foreach (TextDocument text in texts)
        {
            TextBody body = text.Read();
            block.AppendJoin('\t', new[] { body.Title, body.At, body.Date, body.Address.TrimStart('/') }.Select(Field)).Append('\n');
            foreach (string sentence in body.Sentences.Where(s => s.Length > 0))
            {
                block.Append(Field(sentence)).Append('\n');
            }

            block.Append('\n');
        }

        return block.ToString();
    }

    // NFC as the script compares it; no tab, no line within a field.
    internal static string Field(string text)
    {
        string composed = text.Normalize(NormalizationForm.FormC);
        return composed.Any(char.IsControl) ? string.Concat(composed.Select(c => char.IsControl(c) ? ' ' : c)) : composed;
    }
}
