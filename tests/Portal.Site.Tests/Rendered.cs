using System.Buffers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Portal.Site.Rendering;

namespace Portal.Site.Tests;

/// <summary>Renders one component, as the site does.</summary>
internal static class Rendered
{
    public static string Html<T>(params (string Name, object? Value)[] parameters)
    {
        using PageScratch scratch = new();
        ArrayBufferWriter<byte> bytes = new();
        scratch.Render(typeof(T), ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)), bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static IHtmlDocument Document<T>(params (string Name, object? Value)[] parameters) => new HtmlParser().ParseDocument(Html<T>(parameters));
}
