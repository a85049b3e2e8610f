using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;
using Portal.Site.Rendering;

namespace Portal.Site.Tests.Rendering;

/// <summary>What components and tables write is held against the framework's own encoders and readers.</summary>
public class WritingTests
{
    private static string Text(string text) => Rendered.Html<Pieces>(("Of", new Piece[] { new(text) }), ("Root", ""));

    [Fact]
    public void Every_character_is_written_as_the_frameworks_encoder_writes_it()
    {
        HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);
        for (int block = 0; block <= 0x10FFFF; block += 0x1000)
        {
            StringBuilder all = new();
            for (int c = block; c < block + 0x1000; c++)
            {
                if (c is < 0xD800 or > 0xDFFF)
                {
                    all.Append(char.ConvertFromUtf32(c));
                }
            }

            Assert.Equal(encoder.Encode(all.ToString()), Text(all.ToString()));
        }
    }

    [Theory]
    [InlineData("学校")]
    [InlineData("&<\">'+`")]
    [InlineData("𠮷野")]
    [InlineData("é=é")]
    public void Text_longer_than_the_writers_buffer_is_whole_wherever_it_is_cut(string part)
    {
        for (int before = 0; before < 8; before++)
        {
            string text = new string('x', 32760 + before) + string.Concat(Enumerable.Repeat(part, 20_000));

            Assert.Equal(text, WebUtility.HtmlDecode(Text(text)));
        }
    }

    [Fact]
    public void Elements_attributes_and_void_elements_stand_as_html()
    {
        Assert.Equal(
            "<a href=\"../a/?b=1&amp;c=%22\">A &amp; B</a>C",
            Rendered.Html<Pieces>(("Of", new Piece[] { new("A & B", "a/?b=1&c=%22"), new("C") }), ("Root", "../")).Trim());
        Assert.Equal("<span class=\"seal seal-ren\" aria-hidden=\"true\">认</span>", Rendered.Html<Seal>(("Kind", "认")).Trim());
    }

    [Fact]
    public void A_page_that_failed_leaves_nothing_in_the_next_one()
    {
        using PageScratch scratch = new();
        ArrayBufferWriter<byte> to = new();
        Assert.Throws<ArgumentException>(() => scratch.Render(typeof(Seal), Parameters("Kind", "?"), to));
        to.ResetWrittenCount();

        scratch.Render(typeof(Seal), Parameters("Kind", "算"), to);

        Assert.Equal(Rendered.Html<Seal>(("Kind", "算")), Encoding.UTF8.GetString(to.WrittenSpan));
    }

    [Fact]
    public void A_parameter_that_a_component_does_not_have_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Rendered.Html<Seal>(("Kin", "算")));

    [Fact]
    public void Every_character_of_a_table_reads_back_from_json()
    {
        string[] texts = [.. Enumerable.Range(1, 0xFFFF).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => char.ConvertFromUtf32(c)).Append("𠮷").Chunk(512).Select(part => string.Concat(part))];
        ArrayBufferWriter<byte> to = new();
        using (JsonRows rows = new(to, ["a"]))
        {
            foreach (string text in texts)
            {
                rows.Text(text);
                rows.EndRow();
            }
        }

        using JsonDocument read = JsonDocument.Parse(to.WrittenMemory);

        Assert.Equal(texts, read.RootElement.GetProperty("data").EnumerateArray().Select(row => row[0].GetString()));
    }

    private static ParameterView Parameters(string name, object? value) => ParameterView.FromDictionary(new Dictionary<string, object?> { [name] = value });
}
