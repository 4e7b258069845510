using System.Text.RegularExpressions;
using System.Xml.Linq;
using LibraryBot.Dialogs;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Rules;

public sealed partial class WordRules
{
    public static TheoryData<string> Resources { get; } =
        [.. Repository.Files.Where(file => file.EndsWith("Strings.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void BothLanguagesHaveTheSameWordsWithTheSameGaps(string english)
    {
        var en = Read(english);
        var es = Read(Path.ChangeExtension(english, ".es.resx"));

        Assert.Equal(en.Keys.Order(StringComparer.Ordinal), es.Keys.Order(StringComparer.Ordinal));
        Assert.All(en, entry => Assert.Equal(Gaps(entry.Value), Gaps(es[entry.Key])));
        Assert.All(en.Concat(es), entry => Assert.False(string.IsNullOrWhiteSpace(entry.Value)));
        Assert.All(en.Concat(es), entry => Assert.DoesNotContain("!!", entry.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCapabilityHasUtterancesInBothLanguages()
    {
        var capabilities = new ServiceCollection().AddDialogs()
            .Where(service => service.ServiceType == typeof(Capability))
            .Select(service => ((Capability)service.ImplementationInstance!).Name)
            .ToList();

        Assert.NotEmpty(capabilities);
        foreach (var file in capabilities.SelectMany(name => new[] { $"dialogs/{name}/Utterances.en.txt", $"dialogs/{name}/Utterances.es.txt" }))
        {
            Assert.Contains(file, Repository.Files);
            Assert.True(File.ReadLines(Path.Combine(Repository.Root, file)).Count(line => line.Trim() is { Length: > 0 } said && said[0] is not ('#' or '[')) >= 12, $"{file} has too few sentences.");
        }
    }

    [Fact]
    public void EveryFolderOfUtterancesIsACapability()
    {
        var capabilities = new ServiceCollection().AddDialogs()
            .Where(service => service.ServiceType == typeof(Capability))
            .Select(service => ((Capability)service.ImplementationInstance!).Name);

        Assert.All(
            Repository.Files.Where(file => file.StartsWith("dialogs/", StringComparison.Ordinal) && file.Contains("/Utterances.", StringComparison.Ordinal)),
            file => Assert.Contains(file.Split('/')[1], capabilities));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Repository.Root, file)).Root!
        .Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(\d+)(:[^}]*)?\}")]
    private static partial Regex Gap();
}
