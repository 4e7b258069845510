using System.Buffers.Binary;
using System.IO.Compression;
using LibraryBot.Commands;
using LibraryBot.Teams;
using LibraryBot.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace LibraryBot.Tests.Manifest;

/// <summary>The package that <c>manifest teams</c> writes.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "11111111-2222-4333-8444-555555555555";
    private readonly string _folder = Directory.CreateTempSubdirectory("librarybot-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ThePackageIsWhatTeamsTakes()
    {
        var file = Path.Combine(_folder, "librarybot-teams.zip");

        var (exitCode, output, errors) = await BotProcess.RunAsync(["manifest", "teams", "--app-id", AppId, "--host", "library.example.org", "--out", file], "", new Dictionary<string, string?>());

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Contains(file, output, StringComparison.Ordinal);
        using var package = ZipFile.OpenRead(file);
        Assert.Equal(["color.png", "es.json", "manifest.json", "outline.png"], package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "tests", "Manifest", "teams-manifest-1.19.schema.json"));
        var manifest = JObject.Parse(Read(package, "manifest.json"));
        Assert.Empty(schema.Validate(manifest.ToString()));
        Assert.Equal((AppId, AppId, AppId), ((string?)manifest["id"], (string?)manifest["bots"]![0]!["botId"], (string?)manifest["composeExtensions"]![0]!["botId"]));
        Assert.Equal("https://library.example.org/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Null(manifest["permissions"]);
        Assert.DoesNotContain("{{", manifest.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsTranslatedIsThereAndFitsWhereItGoes()
    {
        using var package = Open();
        var manifest = JObject.Parse(Read(package, "manifest.json"));
        var spanish = JObject.Parse(Read(package, "es.json"));
        // The schema's limits of the fields that may be translated (properties.*.maxLength of version 1.19).
        foreach (var (path, words) in spanish.Properties().Where(property => property.Name[0] != '$').Select(property => (property.Name, property.Value.Value<string>()!)))
        {
            Assert.NotNull(manifest.SelectToken(path)?.Value<string>());
            var most = path switch
            {
                "name.short" => 30,
                "name.full" => 100,
                "description.short" => 80,
                "description.full" => 4000,
                _ => path.EndsWith("title", StringComparison.Ordinal) ? 32 : 128,
            };
            Assert.InRange(words.Length, 1, most);
        }

        var shown = manifest.Descendants().OfType<JProperty>()
            .Where(property => property.Name is "title" or "description" && property.Value.Type == JTokenType.String)
            .Select(property => property.Value.Path);
        Assert.All(shown, path => Assert.NotNull(spanish[path]));
    }

    [Fact]
    public void TheMessageExtensionIsTheOneTheBotAnswers()
    {
        using var package = Open();
        var command = JObject.Parse(Read(package, "manifest.json"))["composeExtensions"]![0]!["commands"]![0]!;

        Assert.Equal((CatalogExtension.Command, CatalogExtension.Parameter), ((string?)command["id"], (string?)command["parameters"]![0]!["name"]));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void TheIconsAreThePicturesTeamsAsksFor(string file, int pixels)
    {
        using var package = Open();
        var bytes = Bytes(package, file);

        // PNG (RFC 2083, 11.2.2): the header chunk holds width and height as big-endian numbers at byte 16, the colour type at byte 25.
        Assert.Equal((pixels, pixels), (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        Assert.True(file != "outline.png" || bytes[25] == 6, "The outline is to be transparent, colour type 6.");
    }

    [Fact]
    public void TheSamePackageIsMadeEveryTime() =>
        Assert.Equal(TeamsPackage.Make(AppId, "library.example.org"), TeamsPackage.Make(AppId.ToUpperInvariant(), "Library.Example.org"));

    [Theory]
    [InlineData("not-a-guid", false)]
    [InlineData("{11111111-2222-4333-8444-555555555555}", false)]
    [InlineData("11111111222243338444555555555555", false)]
    [InlineData("00000000-0000-0000-0000-000000000000", false)]
    [InlineData("", false)]
    [InlineData(AppId, true)]
    public void AnAppIdIsAGuidWithHyphens(string text, bool isOne) => Assert.Equal(isOne, TeamsPackage.IsAppId(text));

    [Theory]
    [InlineData("https://library.example.org", false)]
    [InlineData("library.example.org/", false)]
    [InlineData("library.example.org:8443", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("", false)]
    [InlineData("\"}, \"x.example.org", false)]
    [InlineData("library.example.org", true)]
    public void AHostIsANameAndNothingElse(string text, bool isOne) => Assert.Equal(isOne, TeamsPackage.IsHost(text));

    [Theory]
    [InlineData("--app-id", "x", "--app-id")]
    [InlineData("--host", "https://library.example.org", "https://")]
    public async Task AWrongValueIsExplained(string option, string value, string told)
    {
        string[] arguments = ["manifest", "teams", "--app-id", AppId, "--host", "library.example.org", "--out", Path.Combine(_folder, "a.zip")];
        arguments[Array.IndexOf(arguments, option) + 1] = value;

        var (exitCode, _, errors) = await BotProcess.RunAsync(arguments, "", new Dictionary<string, string?>());

        Assert.NotEqual(0, exitCode);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task AFileThatIsThereIsNotTouchedAndAPlaceThatIsNotThereIsNamed()
    {
        var there = Path.Combine(_folder, "there.zip");
        await File.WriteAllTextAsync(there, "mine");

        Assert.Equal(1, await CommandLine.RunAsync(["manifest", "teams", "--app-id", AppId, "--host", "library.example.org", "--out", there]));
        Assert.Equal(1, await CommandLine.RunAsync(["manifest", "teams", "--app-id", AppId, "--host", "library.example.org", "--out", Path.Combine(_folder, "nowhere", "a.zip")]));

        Assert.Equal("mine", await File.ReadAllTextAsync(there));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    private static ZipArchive Open() => new(new MemoryStream(TeamsPackage.Make(AppId, "library.example.org")));

    private static string Read(ZipArchive package, string file) => System.Text.Encoding.UTF8.GetString(Bytes(package, file));

    private static byte[] Bytes(ZipArchive package, string file)
    {
        using var bytes = new MemoryStream();
        using var entry = package.GetEntry(file)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }
}
