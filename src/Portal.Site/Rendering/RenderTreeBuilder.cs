// The Razor compiler writes calls to a class of this name. This one takes the place of the framework's, for all components of this project:
// they write HTML at once, where the framework's builds a tree, compares it with the one before and then writes (decision 0026).
using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Portal.Site.Components;
using Portal.Site.Rendering;

namespace Microsoft.AspNetCore.Components.Rendering;

/// <summary>
/// Takes what a component says, in its order, and writes it as HTML. Numbers of sequence, which the compiler gives for comparing trees, are not needed.
/// </summary>
public sealed class RenderTreeBuilder : IDisposable
{
    /// <summary>Chinese stands for itself: else it would be written as &amp;#x4E91; and pages would be half as large again.</summary>
    private static readonly Escape Html = new(HtmlEncoder.Create(UnicodeRanges.All));

    private readonly Utf8Writer html = new(Html);
    private readonly Stack<string> elements = [];
    private readonly Stack<HtmlComponent> components = [];
    private bool inTag;

    /// <summary>Only <see cref="PageScratch"/> makes one.</summary>
    internal RenderTreeBuilder()
    {
    }

    /// <summary>The page that is being written, where the layout has told it.</summary>
    internal PageDesk? Desk { get; set; }

    /// <summary>Begins a page; what an earlier one that failed has left open is forgotten.</summary>
    internal void Begin(IBufferWriter<byte> to)
    {
        html.Use(to);
        elements.Clear();
        components.Clear();
        inTag = false;
        Desk = null;
    }

    /// <summary>Hands over the end of the page.</summary>
    internal void End() => html.Flush();

    /// <summary>Gives back what it writes with, when no page follows.</summary>
    public void Dispose() => html.Dispose();

    /// <summary>A start tag, open for attributes.</summary>
    public void OpenElement(int sequence, string elementName)
    {
        CloseTag();
        html.Write((byte)'<');
        html.Write(elementName);
        elements.Push(elementName);
        inTag = true;
    }

    /// <summary>The end of an element; one that never has content has no end tag.</summary>
    public void CloseElement()
    {
        string name = elements.Pop();
        if (inTag && IsVoid(name))
        {
            inTag = false;
            html.Write(" />");
            return;
        }

        CloseTag();
        html.Write("</");
        html.Write(name);
        html.Write((byte)'>');
    }

    /// <summary>An attribute; none where the value is null.</summary>
    public void AddAttribute(int sequence, string name, string? value)
    {
        if (value is not null)
        {
            html.Write((byte)' ');
            html.Write(name);
            html.Write("=\"");
            html.Escaped(value);
            html.Write((byte)'"');
        }
    }

    /// <summary>An attribute that is there or not.</summary>
    public void AddAttribute(int sequence, string name, bool value)
    {
        if (value)
        {
            html.Write((byte)' ');
            html.Write(name);
        }
    }

    /// <summary>An attribute without a value.</summary>
    public void AddAttribute(int sequence, string name) => AddAttribute(sequence, name, true);

    /// <summary>An attribute of any value, printed without regard to culture.</summary>
    public void AddAttribute(int sequence, string name, object? value)
    {
        if (value is bool there)
        {
            AddAttribute(sequence, name, there);
        }
        else
        {
            AddAttribute(sequence, name, Printed(value));
        }
    }

    /// <summary>Text.</summary>
    public void AddContent(int sequence, string? textContent)
    {
        CloseTag();
        html.Escaped(textContent);
    }

    /// <summary>Any value as text, printed without regard to culture.</summary>
    public void AddContent(int sequence, object? textContent) => AddContent(sequence, Printed(textContent));

    /// <summary>A part of a component.</summary>
    public void AddContent(int sequence, HtmlPart? fragment)
    {
        CloseTag();
        fragment?.Invoke(this);
    }

    /// <summary>HTML that was made elsewhere.</summary>
    public void AddContent(int sequence, MarkupString markupContent) => AddMarkupContent(sequence, markupContent.Value);

    /// <summary>HTML as it stands in a component.</summary>
    public void AddMarkupContent(int sequence, string? markupContent)
    {
        CloseTag();
        html.Write(markupContent);
    }

    /// <summary>A component within this one; its parameters follow.</summary>
    public void OpenComponent<TComponent>(int sequence)
        where TComponent : HtmlComponent, new() => Open(new TComponent());

    /// <summary>A component of a kind known only now.</summary>
    internal void Open(HtmlComponent component)
    {
        CloseTag();
        components.Push(component);
    }

    /// <summary>A parameter of the component that was opened last.</summary>
    public void AddComponentParameter(int sequence, string name, object? value) => ComponentParameters.Set(components.Peek(), name, value);

    /// <summary>All parameters are set: the component writes itself.</summary>
    public void CloseComponent() => components.Pop().WriteTo(this);

    private void CloseTag()
    {
        if (inTag)
        {
            inTag = false;
            html.Write((byte)'>');
        }
    }

    private static string? Printed(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();

    private static bool IsVoid(string name) => name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr";
}
