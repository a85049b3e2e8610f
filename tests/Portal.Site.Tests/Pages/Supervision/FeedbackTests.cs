using System.Buffers.Binary;
using System.IO.Compression;
using System.Web;
using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;
using QRCoder;

namespace Portal.Site.Tests.Pages;

/// <summary>Where the links of a page's feedback lead.</summary>
public class FeedbackTests
{
    [Theory]
    [InlineData("0999-1234567", "tel:0999-1234567")]
    [InlineData("+86 999 1234567 转 801", "tel:+869991234567")]
    [InlineData("（0999）1234567", "tel:09991234567")]
    public void A_telephone_link_holds_what_a_telephone_can_dial(string written, string link)
    {
        SiteContext site = Site(new Channel(HandSite.Province, "general", ChannelKind.Phone, written, "", null));
        FeedbackLink phone = Assert.Single(Feedback.For(site, CountyPage.Create(site, HandSite.Within).Info).Links);
        Assert.Equal((written, link), (phone.Text, phone.Link));
    }

    [Fact]
    public void Channels_are_inherited_up_the_tree_by_topic()
    {
        SiteContext site = Site(
            new Channel(HandSite.Province, "general", ChannelKind.Phone, "000-1", "", 15),
            new Channel(HandSite.City, "data", ChannelKind.Mail, "shi@example.invalid", "", 10),
            new Channel(HandSite.Over, "general", ChannelKind.Phone, "000-2", "", null));
        Feedback within = Feedback.For(site, CountyPage.Create(site, HandSite.Within).Info);
        Assert.Equal(("某省", "000-1", "某市"), (within.PlaceName, within.Links.Single().Text, within.FiguresPlace));
        Feedback over = Feedback.For(site, CountyPage.Create(site, HandSite.Over).Info);
        Assert.Equal(("乙县", "000-2", 10), (over.PlaceName, over.Links.Single().Text, over.Figures.Single().PromiseDays));
    }

    [Fact]
    public void A_mail_about_a_table_names_table_page_address_and_release()
    {
        SiteContext site = Site(new Channel(HandSite.Province, "general", ChannelKind.Mail, "a@example.invalid", "", null));
        string link = Feedback.ReportLink(site, CountyPage.Create(site, HandSite.Within).Info, "图书 & 设备，100%");
        Assert.StartsWith("mailto:a@example.invalid?subject=", link);
        Assert.DoesNotContain(' ', link);
        Assert.Equal(2, link.Split('&').Length);
        var query = HttpUtility.ParseQueryString(link[link.IndexOf('?')..]);
        Assert.Equal("数字有误：甲县：图书 & 设备，100%", query["subject"]);
        Assert.Equal("页面：甲县\n表：图书 & 设备，100%\n地址：https://demo.example/places/990101/\n发布：2023.1\n我要说的是：", query["body"]);
    }

    [Theory]
    [InlineData("https://f.example/x", "https://f.example/x?title=甲县&address=https://demo.example/places/990101/&release=2023.1&table=图书 & 设备")]
    [InlineData("https://f.example/x?to=1", "https://f.example/x?to=1&title=甲县&address=https://demo.example/places/990101/&release=2023.1&table=图书 & 设备")]
    [InlineData("https://f.example/x?p={address}&t={table}&n={title}", "https://f.example/x?p=https://demo.example/places/990101/&t=图书 & 设备&n=甲县")]
    [InlineData("https://f.example/x?n={title}&r={release}", "https://f.example/x?n=甲县：图书 & 设备&r=2023.1")]
    public void A_form_gets_its_parameters_encoded(string form, string decoded)
    {
        SiteContext site = Site(new Channel(HandSite.Province, "data", ChannelKind.Form, form, "", null), new Channel(HandSite.Within, "general", ChannelKind.Mail, "a@example.invalid", "", null));
        string link = Feedback.ReportLink(site, CountyPage.Create(site, HandSite.Within).Info, "图书 & 设备");
        Assert.All(link, c => Assert.InRange(c, '!', '~'));
        Assert.Equal(decoded, Uri.UnescapeDataString(link));
        Assert.Equal(decoded.Count(c => c == '&') - 1, link.Count(c => c == '&'));
    }

    [Fact]
    public void Where_nothing_can_be_written_to_the_page_itself_says_whom_to_turn_to()
    {
        SiteContext site = Site(new Channel(HandSite.Province, "data", ChannelKind.Phone, "000-1", "", null));
        Assert.Equal("#say", Feedback.ReportLink(site, CountyPage.Create(site, HandSite.Within).Info, "表"));
        Assert.Equal("#tell", Feedback.ReportLink(site, SchoolPage.Create(site, new SchoolId("9901010")).Info, "表"));
    }

    [Fact]
    public void A_place_without_channels_says_so_and_offers_a_text()
    {
        SiteContext site = Site();
        IHtmlDocument html = Rendered.Document<FeedbackBlock>(("Value", Feedback.For(site, CountyPage.Create(site, HandSite.Within).Info)));
        Assert.Contains("本站未登记该地反馈渠道", html.Body!.TextContent);
        Assert.True(html.QuerySelector("details.copy")!.HasAttribute("open"));
        Assert.Contains("地址：https://demo.example/places/990101/", html.QuerySelector("#fb-copy")!.TextContent);
    }

    [Fact]
    public void A_schools_page_names_its_inspectors_and_its_form_names_the_school()
    {
        SiteContext site = Site(
            [new Inspector(new SchoolId("9901010"), "李督学", "000-5550009", "", "", [], null, null)],
            new Channel(HandSite.Within, "general", ChannelKind.Form, "https://f.example/x", "", 15));
        IHtmlDocument html = Rendered.Document<FeedbackBlock>(("Value", Feedback.For(site, SchoolPage.Create(site, new SchoolId("9901010")).Info)));
        Assert.Contains("李督学", html.Body!.TextContent);
        Assert.NotNull(html.QuerySelector("a[href='tel:000-5550009']"));
        Assert.Contains("title=1%20%E5%B0%8F&", html.QuerySelector("a.btn")!.GetAttribute("href"));
        Assert.DoesNotContain("李督学", Rendered.Html<FeedbackBlock>(("Value", Feedback.For(site, SchoolPage.Create(site, new SchoolId("9901011")).Info))));
    }

    [Theory]
    [InlineData("https://demo.example/places/990101/")]
    [InlineData("https://www.example.invalid/a/long/path/under/which/the/column/stands/places/990101/")]
    public void The_picture_holds_the_code_of_the_address_module_by_module(string address)
    {
        (int width, bool[,] black) = Pixels(FeedbackPlan.Png(address));
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        int modules = data.ModuleMatrix.Count;
        Assert.Equal(0, width % modules);
        int each = width / modules;
        for (int y = 0; y < width; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Assert.Equal(data.ModuleMatrix[y / each][x / each], black[x, y]);
            }
        }

        // The quiet zone of four modules and the finder pattern of ISO/IEC 18004 in the corner.
        Assert.False(black[(4 * each) - 1, 4 * each]);
        Assert.Equal("1111111", string.Concat(Enumerable.Range(4, 7).Select(m => black[m * each, 4 * each] ? '1' : '0')));
        Assert.Equal("1000001", string.Concat(Enumerable.Range(4, 7).Select(m => black[m * each, 5 * each] ? '1' : '0')));
    }

    [Fact]
    public void Counts_of_the_whole_area_are_the_sums_of_its_places()
    {
        FeedbackCount[] counts =
        [
            new(HandSite.Within, "2024-03", "general", Cell.Of(5, 0), Cell.Of(4, 0), Cell.Of(3, 0)),
            new(HandSite.Over, "2024-03", "general", Cell.Of(7, 0), Cell.Of(7, 0), Cell.Of(9, 0)),
            new(HandSite.Over, "2024-04", "general", Cell.Of(1, 0), Cell.Of(0, 0), Cell.Blank),
        ];
        Release release = HandSite.Release("2024", 1, HandSite.Schools(), counts: counts);
        SiteContext site = HandSite.Site(more: release);
        AnswersPart whole = AnswersPart.Whole(site, release)!;
        Assert.Equal(("2024 年 3 月至 2024 年 4 月，收到 13 件，已答复 11 件。各地的中位时间不能相加，合计没有中位时间，见各县区的页面。", false), (whole.Words, whole.HasDays));
        Assert.Equal(["1", "12"], whole.Rows.Select(r => r.Received));
        AnswersPart over = CountyPage.Create(site, HandSite.Over).Answers!;
        Assert.Equal([("0", "没有答复的"), ("7", "9 天")], over.Rows.Select(r => (r.Answered, r.Days)));
        Assert.Null(CountyPage.Create(site, HandSite.Small).Answers);
    }

    private static SiteContext Site(params Channel[] channels) => Site([], channels);

    private static SiteContext Site(IReadOnlyList<Inspector> inspectors, params Channel[] channels)
    {
        SiteContext made = HandSite.Site();
        Dataset data = new()
        {
            Settings = made.Data.Settings, Vocabulary = made.Data.Vocabulary, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources,
            Channels = channels, SchoolLinks = made.Data.SchoolLinks, Inspectors = inspectors, Releases = made.Data.Releases,
        };
        return new() { Data = data, Findings = made.Findings, Words = [], Assets = made.Assets };
    }

    /// <summary>The pixels of a PNG of one bit a pixel, read by the PNG specification (RFC 2083): true is black.</summary>
    private static (int Width, bool[,] Black) Pixels(byte[] png)
    {
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], png[..8]);
        int width = 0;
        using MemoryStream packed = new();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            if (type == "IHDR")
            {
                width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8));
                Assert.Equal((width, 1, 0), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12)), png[at + 16], png[at + 17]));
            }
            else if (type == "IDAT")
            {
                packed.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using ZLibStream unpacked = new(packed, CompressionMode.Decompress);
        byte[] line = new byte[1 + ((width + 7) / 8)];
        bool[,] black = new bool[width, width];
        for (int y = 0; y < width; y++)
        {
            unpacked.ReadExactly(line);
            Assert.Equal(0, line[0]);
            for (int x = 0; x < width; x++)
            {
                black[x, y] = (line[1 + (x / 8)] >> (7 - (x % 8)) & 1) == 0;
            }
        }

        return (width, black);
    }
}
