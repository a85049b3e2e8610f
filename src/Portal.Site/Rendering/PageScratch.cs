using System.Buffers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Portal.Site.Rendering;

/// <summary>What one worker needs to render pages one after the other; it forgets each page.</summary>
public sealed class PageScratch : IDisposable
{
    private readonly RenderTreeBuilder builder = new();

    /// <summary>Renders a component to UTF-8.</summary>
    public void Render(Type component, ParameterView parameters, IBufferWriter<byte> to)
    {
        HtmlComponent root = (HtmlComponent)Activator.CreateInstance(component)!;
        foreach (ParameterValue parameter in parameters)
        {
            ComponentParameters.Set(root, parameter.Name, parameter.Value);
        }

        builder.Begin(to);
        root.WriteTo(builder);
        builder.End();
    }

    /// <inheritdoc/>
    public void Dispose() => builder.Dispose();
}
