using Portal.Domain.Data;
using QRCoder;

namespace Portal.Site.Plan;

/// <summary>
/// QR codes that open a place's page on a phone: one for each place with a page, some 3,200 in the country. Schools share their county's:
/// one for each would be 200,000 more files.
/// </summary>
public static class FeedbackPlan
{
    /// <summary>Width and height at which a code is shown, in CSS pixels.</summary>
    public const int Pixels = 132;

    /// <summary>Pixels of the file for each module.</summary>
    private const int Module = 4;

    /// <summary>The pictures.</summary>
    internal static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        foreach (Place place in site.Index.Pages)
        {
            string target = site.Data.Settings.Origin + site.Data.Settings.BasePath + Addresses.Place(place.Code);
            yield return new PlannedBytes(Addresses.Qr(place.Code), $"二维码 {place.Code} {place.Name}", to =>
            {
                byte[] png = Png(target);
                png.CopyTo(to.GetSpan(png.Length));
                to.Advance(png.Length);
            }) { Basis = Basis.Common };
        }
    }

    /// <summary>The picture of an address: black on white with its quiet zone, one bit a pixel.</summary>
    public static byte[] Png(string address)
    {
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using PngByteQRCode code = new(data);
        return code.GetGraphic(Module);
    }
}
