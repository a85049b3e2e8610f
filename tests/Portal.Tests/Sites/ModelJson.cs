using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;

namespace Portal.Tests.Sites;

/// <summary>
/// A page's model as JSON: what the page says, without how it looks. Things of the domain appear as their ids and words, numbers with
/// all their digits, marks of missing cells as they are written in tables.
/// </summary>
public static class ModelJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        IncludeFields = true, // members of tuples
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(),
            new As<PlaceCode>(c => c.Value),
            new As<SchoolId>(s => s.Value),
            new As<StageId>(s => s.Value),
            new As<SchemeId>(s => s.Value),
            new As<IndicatorId>(i => i.Value),
            new As<SourceId>(s => s.Value),
            new As<ReleaseId>(r => r.ToString()),
            new As<DateText>(d => d.Text),
            new As<Cell>(c => c.ToString()),
            new As<School>(s => $"{s.Id} {s.Name}"),
            new As<Place>(p => $"{p.Code} {p.Name}"),
            new As<Scheme>(s => s.Id.Value),
            new As<Stage>(s => s.Id.Value),
            new As<Indicator>(i => i.Id.Value),
            new As<SourceDocument>(s => s.Id.Value),
            new As<Release>(r => r.Id.ToString()),
            new As<Limit>(l => $"{l.Stage} {l.What} {l.Place} {l.Sense} {l.Value}"),
            new As<Standard>(s => $"{s.Stage} {s.Indicator} {s.Place} {s.Value}"),
            new As<StageResult>(r => $"{r.Place} {r.Scheme} {r.Stage} {r.Outcome}"),
            new As<PublishedCoefficient>(c => $"{c.Place} {c.Year} {c.Stage} {c.Scheme} {c.Indicator} {c.Value} {c.Judgement}"),
        },
    };

    /// <summary>The model as indented JSON with a final line feed.</summary>
    public static string Of(PageModel model) => JsonSerializer.Serialize(model, model.GetType(), Options) + "\n";

    private sealed class As<T>(Func<T, string> text) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
    }
}
