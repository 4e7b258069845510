using System.Reflection;
using LibraryBot.Data;
using LibraryBot.Dialogs;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Rules;

/// <summary>
/// The official packages can take the place of botframework/ as long as product code names nothing that they lack. What it may name is in
/// <c>slice.txt</c>; what botframework/ may show is in <c>official-types.txt</c>. A line is added to either after a look into the
/// published API reference; what is not there becomes internal, or is done without.
/// </summary>
public sealed class SliceRules
{
    /// <summary>Public only because the official factories that derive from it are.</summary>
    private const string OwnBaseOfFactories = "Microsoft.Bot.Connector.Authentication.AppCredentialsFactory";

    public static TheoryData<string> Product { get; } =
    [
        typeof(LibraryContext).Assembly.Location, typeof(Capability).Assembly.Location, typeof(LibraryTeamsBot).Assembly.Location,
    ];

    [Theory]
    [MemberData(nameof(Product))]
    public void ProductCodeNamesOnlyWhatTheOfficialTypesHave(string assembly)
    {
        var slice = ReadSlice();

        var beyond = RuntimeReferences.Of(assembly).Where(used => !IsIn(slice, used)).Order(StringComparer.Ordinal).ToList();

        Assert.Empty(beyond);
    }

    [Fact]
    public void TheSliceNamesWhatTheRuntimeHas()
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var runtime = typeof(Microsoft.Bot.Schema.Activity).Assembly;

        var missing = ReadSlice().Where(entry =>
        {
            var parts = entry.Split("::");
            return runtime.GetType(parts[0]) is not { IsVisible: true } type || (parts.Length > 1 && parts[1] != "new" && type.GetMember(parts[1], Any).Length == 0);
        }).ToList();

        Assert.Empty(missing);
    }

    [Fact]
    public void TheRuntimeShowsOnlyOfficialTypes()
    {
        var official = File.ReadLines(Path.Combine(Repository.Root, "tests/Rules/official-types.txt")).Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var shown = typeof(Microsoft.Bot.Schema.Activity).Assembly.GetExportedTypes().Select(type => type.FullName!);

        Assert.Empty(shown.Where(name => !official.Contains(name) && name != OwnBaseOfFactories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheRuntimeOpensItsInsideToTestsOnly()
    {
        var friends = typeof(Microsoft.Bot.Schema.Activity).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>();

        Assert.Equal(["LibraryBot.Tests"], friends.Select(friend => friend.AssemblyName));
    }

    /// <summary>What a type inherits is listed with the type it comes from.</summary>
    private static bool IsIn(HashSet<string> slice, string used)
    {
        if (slice.Contains(used))
        {
            return true;
        }

        var parts = used.Split("::");
        return parts.Length == 2
            && slice.Contains(parts[0])
            && typeof(Microsoft.Bot.Schema.Activity).Assembly.GetType(parts[0])?.BaseType is { FullName: { } inherited }
            && IsIn(slice, $"{inherited}::{parts[1]}");
    }

    /// <summary>A type, and after <c>::</c> a member; <c>new</c> is a constructor.</summary>
    private static HashSet<string> ReadSlice()
    {
        var slice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/Rules/slice.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(": ", 2, StringSplitOptions.TrimEntries);
            slice.Add(parts[0].TrimEnd(':'));
            slice.UnionWith(parts.ElementAtOrDefault(1)?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(member => $"{parts[0]}::{member}") ?? []);
        }

        return slice;
    }
}
