using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Portal.Site.Components;

namespace Portal.Site.Rendering;

/// <summary>A part of a component that it writes where it is asked for.</summary>
public delegate void HtmlPart(RenderTreeBuilder builder);

/// <summary>
/// Base of all components: made, given its parameters, asked to write itself, and forgotten. The interface only tells the Razor compiler that this is one.
/// </summary>
public abstract class HtmlComponent : IComponent
{
    /// <summary>The page this is a part of; null where a component is rendered alone.</summary>
    protected PageDesk? Desk { get; private set; }

    /// <summary>What the component says; written by the Razor compiler.</summary>
    protected virtual void BuildRenderTree(RenderTreeBuilder builder)
    {
    }

    /// <summary>Called once, when all parameters are set.</summary>
    protected virtual void OnParametersSet()
    {
    }

    /// <summary>Writes the component.</summary>
    internal void WriteTo(RenderTreeBuilder builder)
    {
        Desk = builder.Desk;
        OnParametersSet();
        BuildRenderTree(builder);
    }

    void IComponent.Attach(RenderHandle renderHandle) => throw new NotSupportedException();

    Task IComponent.SetParametersAsync(ParameterView parameters) => throw new NotSupportedException();
}
