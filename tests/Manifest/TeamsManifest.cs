using System.Buffers.Binary;
using System.Text.Json;
using LibraryBot.Tests.Support;
using NJsonSchema;

namespace LibraryBot.Tests.Manifest;

public sealed class TeamsManifest
{
    private static string Folder => Path.Combine(Repository.Root, "manifest", "teams");

    [SkippableFact]
    [Trait("Needs", "SharedData")]
    public async Task TheFilledManifestIsValid()
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.File("schemas/teams-manifest-1.19.schema.json"));

        Assert.Empty(schema.Validate(FilledManifest()));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void TheIconsHaveTheSizesTeamsAsksFor(string file, int pixels)
    {
        // PNG (RFC 2083, 11.2.2): the header chunk holds width and height as big-endian numbers at byte 16.
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));

        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }

    [Fact]
    public void EveryCommandIsThereInSpanishAndNoLongerThanTeamsShows()
    {
        using var manifest = JsonDocument.Parse(FilledManifest());
        using var spanish = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "es.json")));
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists");

        for (var list = 0; list < lists.GetArrayLength(); list++)
        {
            for (var command = 0; command < lists[list].GetProperty("commands").GetArrayLength(); command++)
            {
                var at = $"bots[0].commandLists[{list}].commands[{command}]";
                Assert.InRange(spanish.RootElement.GetProperty($"{at}.title").GetString()!.Length, 1, 32);
                Assert.InRange(spanish.RootElement.GetProperty($"{at}.description").GetString()!.Length, 1, 128);
            }
        }
    }

    private static string FilledManifest() => File.ReadAllText(Path.Combine(Folder, "manifest.json"))
        .Replace("{{APP_ID}}", "11111111-2222-4333-8444-555555555555", StringComparison.Ordinal)
        .Replace("{{HOST}}", "library.example.org", StringComparison.Ordinal);
}
