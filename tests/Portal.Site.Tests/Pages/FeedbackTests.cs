using Portal.Domain.Data;
using Portal.Site.Pages;

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
        SiteContext made = HandSite.Site();
        Dataset data = new()
        {
            Settings = made.Data.Settings, Vocabulary = made.Data.Vocabulary, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources,
            Channels = [new Channel(HandSite.Province, "general", ChannelKind.Phone, written, "", null)], SchoolLinks = made.Data.SchoolLinks, Releases = made.Data.Releases,
        };
        SiteContext site = new() { Data = data, Findings = made.Findings, Words = [], Assets = made.Assets };
        FeedbackLink phone = Assert.Single(Feedback.For(site, CountyPage.Create(site, HandSite.Within).Info).Links);
        Assert.Equal((written, link), (phone.Text, phone.Link));
    }
}
