using LibraryBot.Data.Catalog;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Tests.Data;

public sealed class ConstraintTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ATitleComesBackAsItWasSaved(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var added = new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(-6));
        await database.AddAsync(new Title
        {
            Key = "T:1",
            TitleProper = "Hatchet",
            SortTitle = "hatchet",
            Contributors = [new("Paulsen, Gary", "author")],
            ReadingLevels = [new("Accelerated Reader", "5.7")],
            Subjects = ["Survival -- Fiction", "Comma, \"quote\""],
            Isbns = [new() { Isbn = "9781416936473" }],
            AvailableAs = AlternativeFormats.Audio | AlternativeFormats.Braille,
            Format = TitleFormat.GraphicNovel,
            AddedAt = added,
            Copies = [new() { Barcode = "1", DueOn = new DateOnly(2026, 12, 1), Status = CopyStatus.CheckedOut }],
        });

        await using var context = database.NewContext();
        var title = await context.Titles.Include(t => t.Isbns).Include(t => t.Copies).SingleAsync(t => t.AddedAt <= added);

        Assert.Equal([new Contributor("Paulsen, Gary", "author")], title.Contributors);
        Assert.Equal([new ReadingLevel("Accelerated Reader", "5.7")], title.ReadingLevels);
        Assert.Equal(["Survival -- Fiction", "Comma, \"quote\""], title.Subjects);
        Assert.Equal(AlternativeFormats.Audio | AlternativeFormats.Braille, title.AvailableAs);
        Assert.Equal(added.UtcDateTime, title.AddedAt.DateTime);
        Assert.Equal("9781416936473", Assert.Single(title.Isbns).Isbn);
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.Single(title.Copies).DueOn);
        Assert.Equal(1, await context.Titles.CountAsync(t => t.Format == TitleFormat.GraphicNovel));
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GradesTheWrongWayRoundAreRefused(DatabaseKind kind) => await RefusesAsync(
        kind, new Title { Key = "T:1", TitleProper = "A", SortTitle = "a", GradeLow = 5, GradeHigh = 3 });

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSameKeyTwiceIsRefused(DatabaseKind kind) => await RefusesAsync(
        kind,
        new Title { Key = "T:1", TitleProper = "A", SortTitle = "a" },
        new Title { Key = "T:1", TitleProper = "B", SortTitle = "b" });

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACopyOfNoTitleIsRefused(DatabaseKind kind) =>
        await RefusesAsync(kind, new Copy { TitleId = 99, Barcode = "1" });

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OneGroupTwiceIsRefused(DatabaseKind kind) => await RefusesAsync(
        kind,
        new GroupAddress { ChannelId = "msteams", ConversationId = "19:a", ConversationReference = "{}", Kind = GroupKind.Channel, TeamId = "19:a" },
        new GroupAddress { ChannelId = "msteams", ConversationId = "19:a", ConversationReference = "{}", Kind = GroupKind.Chat });

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AChatOfATeamIsRefused(DatabaseKind kind) => await RefusesAsync(
        kind,
        new GroupAddress { ChannelId = "msteams", ConversationId = "19:a", ConversationReference = "{}", Kind = GroupKind.Chat, TeamId = "19:t" });

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnAddressOfNobodyOnTheRosterIsKept(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await database.AddAsync(new Address { ChannelId = "msteams", UserId = "29:1" });

        await using var context = database.NewContext();
        Assert.Equal(AddressState.Open, (await context.Addresses.SingleAsync(address => address.PersonId == null)).State);
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoPeopleAtOneAddressAreRefused(DatabaseKind kind) => await RefusesAsync(
        kind,
        new Person { Key = "a", DisplayName = "A", Addresses = [new() { ChannelId = "msteams", UserId = "1" }] },
        new Person { Key = "b", DisplayName = "B", Addresses = [new() { ChannelId = "msteams", UserId = "1" }] });

    private static async Task RefusesAsync(DatabaseKind kind, params object[] entities)
    {
        await using var database = await Databases.NewAsync(kind);
        await Assert.ThrowsAsync<DbUpdateException>(() => database.AddAsync(entities));
    }
}
