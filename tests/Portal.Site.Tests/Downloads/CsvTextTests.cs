using System.Buffers;
using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Portal.Site.Downloads;

namespace Portal.Site.Tests.Downloads;

public class CsvTextTests
{
    [Fact]
    public void A_table_begins_with_a_mark_and_quotes_what_needs_it()
    {
        byte[] bytes = Written(["县", "a,b", "他说\"好\"", "两\n行", 3, 0.1 + 0.2, double.NaN, -0.5]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("县,\"a,b\",\"他说\"\"好\"\"\",\"两\n行\",3,0.30000000000000004,,-0.5\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("＝1+1")]
    public void Words_never_start_a_formula(string words) => Assert.Equal("'" + words + "\r\n", Encoding.UTF8.GetString(Written([words])[3..]));

    [Fact]
    public void Any_words_come_back_as_they_were_but_for_the_apostrophe()
    {
        Gen<string> words = Gen.Elements('a', '县', ',', '"', '\n', '\r', '=', '-', ' ').ListOf().Select(l => string.Concat(l));
        Prop.ForAll(words.ListOf().Where(l => l.Count > 0).ToArbitrary(), row =>
        {
            // Read again by a reader that is not ours.
            string[] read = Rows(Written([.. row.Select(w => (CsvCell)w)])) is [var only] ? only : [""];
            return read.Length == row.Count && row.Zip(read).All(p => p.Second == p.First || p.Second == "'" + p.First)
                && read.All(r => r.Length == 0 || !"=+-@".Contains(r[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Rows of a table as CsvHelper reads them.</summary>
    internal static List<string[]> Rows(byte[] bytes)
    {
        using CsvReader reader = CsvReader.Create(bytes.AsMemory(3), new CsvReaderOptions { Separator = ',', HasHeader = false });
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static byte[] Written(IEnumerable<CsvCell> cells)
    {
        ArrayBufferWriter<byte> to = new();
        new CsvText(to).Row(cells);
        return to.WrittenSpan.ToArray();
    }
}
