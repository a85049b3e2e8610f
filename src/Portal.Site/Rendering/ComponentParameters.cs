using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Portal.Site.Rendering;

/// <summary>Sets the parameters of components by name, as their generated code asks; how is found once for each property.</summary>
internal static class ComponentParameters
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Action<HtmlComponent, object?>>> Known = new();

    /// <summary>Sets one parameter.</summary>
    /// <exception cref="InvalidOperationException">The component has no such parameter.</exception>
    public static void Set(HtmlComponent component, string name, object? value)
    {
        if (!Known.GetOrAdd(component.GetType(), Find).TryGetValue(name, out Action<HtmlComponent, object?>? set))
        {
            throw new InvalidOperationException($"{component.GetType().Name} has no parameter {name}.");
        }

        set(component, value);
    }

    private static Dictionary<string, Action<HtmlComponent, object?>> Find(Type component) =>
        component.GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute), true))
            .ToDictionary(p => p.Name, p => (Action<HtmlComponent, object?>)Setter.MakeGenericMethod(p.DeclaringType!, p.PropertyType).Invoke(null, [p])!, StringComparer.Ordinal);

    private static readonly MethodInfo Setter = typeof(ComponentParameters).GetMethod(nameof(SetterOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static Action<HtmlComponent, object?> SetterOf<TComponent, TValue>(PropertyInfo property)
        where TComponent : HtmlComponent
    {
        Action<TComponent, TValue> set = property.SetMethod!.CreateDelegate<Action<TComponent, TValue>>();
        return (component, value) => set((TComponent)component, (TValue)value!);
    }
}
