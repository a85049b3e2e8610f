#pragma warning disable BL0006 // StaticHtmlRenderer is the one way to render without a web server and forget each page (findings on .NET 10)
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Portal.Site.Rendering;

/// <summary>What one worker needs to render pages one after the other: a renderer that forgets each page, and a writer.</summary>
public sealed class PageScratch : IDisposable
{
    private readonly ServiceProvider services;
    private readonly ForgetfulRenderer renderer;
    private readonly Utf8TextWriter writer = new();

    /// <summary>A scratch for one worker.</summary>
    public PageScratch()
    {
        services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // else Razor writes Chinese as &#x4E91; and pages grow by half
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        renderer = new ForgetfulRenderer(services);
    }

    /// <summary>Renders a component to UTF-8.</summary>
    public void Render(Type component, ParameterView parameters, IBufferWriter<byte> to)
    {
        writer.Use(to);
        renderer.Dispatcher.InvokeAsync(() => renderer.Render(component, parameters, writer)).GetAwaiter().GetResult();
        writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        renderer.Dispose();
        writer.Dispose();
        services.Dispose();
    }

    private sealed class ForgetfulRenderer(IServiceProvider services) : StaticHtmlRenderer(services, NullLoggerFactory.Instance)
    {
        public void Render(Type component, ParameterView parameters, TextWriter to)
        {
            IComponent instance = InstantiateComponent(component);
            BeginRenderingComponent(instance, parameters).WriteHtmlTo(to);
            RemoveRootComponent(GetComponentState(instance).ComponentId); // a renderer never cleared grows without end
        }
    }
}
