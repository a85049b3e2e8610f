using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// Where each pair of neighbouring characters stands: for every pair the texts that have it and its places in each. Texts are read once, one after the
/// other; what is kept is a few bytes for each character.
/// </summary>
internal sealed class TextPostings
{
    private const int BitsOfCharacter = 21;
    private const int BitsOfPlace = 64 - (2 * BitsOfCharacter);

    private readonly Dictionary<ulong, Postings> pairs = [];

    /// <summary>Reads the texts; a text's number is its place in the list.</summary>
    public static TextPostings Of(IEnumerable<TextDocument> documents)
    {
        TextPostings postings = new();
        List<ulong> found = [];
        int number = 0;
        foreach (TextDocument document in documents)
        {
            found.Clear();
            Find(document.Read(), found);
            found.Sort();
            postings.Add(number++, CollectionsMarshal.AsSpan(found));
        }

        return postings;
    }

    /// <summary>The shard of a pair.</summary>
    public static int ShardOf(int first, int second, int shards) => ((first * 31) + second) & (shards - 1);

    /// <summary>
    /// The bytes of each shard, all numbers written seven bits at a time, the lowest first (LEB128). A shard: how many pairs it has; for each, by its characters,
    /// both code points and the length of its postings; then the postings in the same order. Postings: for each text the distance from the text before, how many
    /// places, and each place's distance from the one before.
    /// </summary>
    public byte[][] Shards(int shards)
    {
        ILookup<int, KeyValuePair<ulong, Postings>> own = pairs.OrderBy(pair => pair.Key).ToLookup(pair => ShardOf(First(pair.Key), Second(pair.Key), shards));
        return [.. Enumerable.Range(0, shards).Select(shard => Shard([.. own[shard]]))];
    }

    private static byte[] Shard(KeyValuePair<ulong, Postings>[] own)
    {
        ArrayBufferWriter<byte> to = new();
        Number(to, own.Length);
        foreach ((ulong pair, Postings postings) in own)
        {
            Number(to, First(pair));
            Number(to, Second(pair));
            Number(to, postings.Bytes.WrittenCount);
        }

        foreach ((_, Postings postings) in own)
        {
            to.Write(postings.Bytes.WrittenSpan);
        }

        return to.WrittenSpan.ToArray();
    }

    // A pair and its place in one number, so that a plain sort brings the places of a pair together.
    private static void Find(TextBody body, List<ulong> found)
    {
        int place = 0;
        foreach (string sentence in body.Searched)
        {
            int before = 0;
            foreach (Rune rune in TextForm.Of(TextIndex.Field(sentence)).EnumerateRunes())
            {
                int now = rune.Value == ' ' ? 0 : rune.Value;
                if (before != 0 && now != 0)
                {
                    found.Add(((ulong)before << (BitsOfCharacter + BitsOfPlace)) | ((ulong)now << BitsOfPlace) | (uint)(place - 1));
                }

                before = now;
                place++;
            }

            // No run goes from one sentence to the next.
            place++;
        }

        if (place >= 1 << BitsOfPlace)
        {
            throw new InvalidOperationException($"Text of {body.Address} is longer than the index of texts holds.");
        }
    }

    private void Add(int document, ReadOnlySpan<ulong> found)
    {
        for (int from = 0; from < found.Length;)
        {
            ulong pair = found[from] >> BitsOfPlace;
            int end = from;
            while (end < found.Length && found[end] >> BitsOfPlace == pair)
            {
                end++;
            }

            ref Postings? postings = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _);
            postings ??= new Postings();
            Number(postings.Bytes, document - postings.LastDocument);
            postings.LastDocument = document;
            Number(postings.Bytes, end - from);
            int before = 0;
            for (; from < end; from++)
            {
                int place = (int)(found[from] & ((1UL << BitsOfPlace) - 1));
                Number(postings.Bytes, place - before);
                before = place;
            }
        }
    }

    private static int First(ulong pair) => (int)(pair >> BitsOfCharacter);

    private static int Second(ulong pair) => (int)(pair & ((1UL << BitsOfCharacter) - 1));

    private static void Number(ArrayBufferWriter<byte> to, int value)
    {
        Span<byte> bytes = to.GetSpan(5);
        int length = 0;
        for (uint left = (uint)value; ; left >>= 7)
        {
            bytes[length++] = (byte)(left < 0x80 ? left : (left & 0x7f) | 0x80);
            if (left < 0x80)
            {
                break;
            }
        }

        to.Advance(length);
    }

    private sealed class Postings
    {
        public ArrayBufferWriter<byte> Bytes { get; } = new(8);

        public int LastDocument { get; set; }
    }
}
