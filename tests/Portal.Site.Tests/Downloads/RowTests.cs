using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Downloads;

namespace Portal.Site.Tests.Downloads;

/// <summary>How cells are written. Expected bytes are written by hand from RFC 4180, RFC 8259 and README.txt of the downloads.</summary>
public class RowTests
{
    private static DownloadTable Table(Action<RowWriter> rows) =>
        new("t", DownloadKind.Result, "表", [new DownloadColumn("a", DownloadType.Text, "甲"), new DownloadColumn("b", DownloadType.Number, "乙")], rows);

    private static string Csv(Action<RowWriter> rows)
    {
        DownloadTable table = Table(rows);
        ArrayBufferWriter<byte> to = new();
        table.Csv(table.Parts[0], to);
        Assert.Equal([0xEF, 0xBB, 0xBF], to.WrittenSpan[..3].ToArray());
        return Encoding.UTF8.GetString(to.WrittenSpan[3..]);
    }

    private static string Json(Action<RowWriter> rows)
    {
        DownloadTable table = Table(rows);
        ArrayBufferWriter<byte> to = new();
        table.Json(table.Parts[0], to);
        return Encoding.UTF8.GetString(to.WrittenSpan);
    }

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+86", "'+86")]
    [InlineData("-x", "'-x")]
    [InlineData("@sum", "'@sum")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'x", "''x")]
    [InlineData("a=b", "a=b")]
    [InlineData("五小，在\"东\"街", "\"五小，在\"\"东\"\"街\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("\nx", "\"'\nx\"")]
    public void Texts_cannot_start_a_formula_and_are_quoted_where_they_must_be(string text, string cell)
    {
        Assert.Equal($"a,b\r\n{cell},1\r\n", Csv(to =>
        {
            to.Text(text);
            to.Whole(1);
            to.EndRow();
        }));
    }

    [Fact]
    public void Numbers_have_their_shortest_digits_and_reported_cells_their_own()
    {
        Assert.Equal("a,b\r\n0.1,0.30000000000000004\r\n12.50,-3\r\n,\r\nz,c\r\nnot_met,1E-07\r\n", Csv(Rows));
        using JsonDocument json = JsonDocument.Parse(Json(Rows));
        Assert.Equal("[0.1,0.30000000000000004]|[12.50,-3]|[null,null]|[\"z\",\"c\"]|[\"not_met\",1E-07]", string.Join('|', json.RootElement.GetProperty("data").EnumerateArray().Select(r => r.GetRawText())));

        static void Rows(RowWriter to)
        {
            to.Number(0.1);
            to.Number(0.1 + 0.2);
            to.EndRow();
            to.Cell(Cell.Of(1250, 2));
            to.Cell(Cell.Of(-3, 0));
            to.EndRow();
            to.Number(double.NaN);
            to.Cell(Cell.Blank);
            to.EndRow();
            to.Cell(Cell.NotApplicable);
            to.Missing(CellState.Withheld);
            to.EndRow();
            to.Outcome(Outcome.NotMet);
            to.Number(1e-7);
            to.EndRow();
        }
    }

    [Fact]
    public void Json_is_valid_without_rows_and_with_hostile_texts()
    {
        Assert.Equal("{\"columns\":[\"a\",\"b\"],\n\"data\":[\n]}\n", Json(_ => { }));
        using JsonDocument json = JsonDocument.Parse(Json(to =>
        {
            to.Text("</script>\"\\\u0001云");
            to.Blank();
            to.EndRow();
        }));
        Assert.Equal("</script>\"\\\u0001云", json.RootElement.GetProperty("data")[0][0].GetString());
        Assert.DoesNotContain("</script>", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_culture_writes_the_same()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("a,b\r\n1234.5,-7\r\n", Csv(to =>
            {
                to.Number(1234.5);
                to.Whole(-7);
                to.EndRow();
            }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
