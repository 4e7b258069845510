using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LibraryBot.Data.Calendar;

/// <summary>Reads a <see cref="LibraryProfile"/> from JSON (RFC 8259; comments and trailing commas allowed), and refuses what cannot be meant.</summary>
internal static class LibraryProfileReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new WallClockTimeConverter() },
    };

    /// <summary>Reads and checks a profile.</summary>
    /// <param name="json">UTF-8, with or without byte order mark.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="InvalidDataException">The message names the file, the JSON path and what is wrong there.</exception>
    public static LibraryProfile Read(Stream json, string name)
    {
        LibraryProfile profile;
        try
        {
            profile = JsonSerializer.Deserialize<LibraryProfile>(json, Options)
                ?? throw new InvalidDataException($"{name}: $: expected an object with the library's name, school and time zone, found null.");
        }
        catch (JsonException broken)
        {
            // The serializer adds the path and line to the end of its message; they are said once, and in front.
            var reason = broken.Message.Split(" Path: ", 2)[0];
            var line = broken.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" (line {number + 1})") : "";
            throw new InvalidDataException($"{name}: {broken.Path ?? "$"}{line}: {reason}", broken);
        }

        var problems = LibraryProfileRules.Check(profile).ToList();
        return problems.Count == 0
            ? profile
            : throw new InvalidDataException($"{name}: " + string.Join(Environment.NewLine + $"{name}: ", problems));
    }

    /// <summary>A time of day as a school writes it, "07:30".</summary>
    private sealed class WallClockTimeConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException("A time of day is written with hours from 0 to 23 and minutes, like \"07:30\" or \"15:45\".");

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
