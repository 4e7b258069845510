using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Import;
using LibraryBot.Data.Outbox;
using LibraryBot.Data.People;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Tests.Bot.Background;

/// <summary>A copy comes back in the library's own system; the next import says so, and whoever waits longest is told.</summary>
public sealed class HoldReadyTests
{
    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheFirstInLineIsToldWhenACopyComesInAndTheNextWithTheNext(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        var importer = new CatalogImporter(database.Factory, TimeProvider.System);
        await ImportAsync(importer, "checked out", "checked out");
        await using var context = database.NewContext();
        var title = await context.Titles.SingleAsync();
        var (first, second) = (await HoldAsync(database, title.Id, "first", -2), await HoldAsync(database, title.Id, "second", -1));
        Assert.Empty(await context.OutboxMessages.ToListAsync());

        await ImportAsync(importer, "available", "checked out");
        var told = Assert.Single(await context.OutboxMessages.AsNoTracking().ToListAsync());
        Assert.Equal((HoldReady.KeyOf(first.Id), (int?)first.PersonId), (told.Key, told.PersonId));
        Assert.DoesNotContain("Hatchet", told.Payload, StringComparison.Ordinal);

        await ImportAsync(importer, "available", "checked out");
        Assert.Equal(1, await context.OutboxMessages.CountAsync());

        await ImportAsync(importer, "available", "available");
        Assert.Equal([HoldReady.KeyOf(first.Id), HoldReady.KeyOf(second.Id)], await context.OutboxMessages.OrderBy(message => message.Id).Select(message => message.Key).ToListAsync());
    }

    [Theory]
    [InlineData("en", "Good news: “Hatchet”, which you asked for, is in. You find it here: Fiction, FIC PAU.")]
    [InlineData("es", "Buenas noticias: «Hatchet», que habías pedido, ya está disponible. Lo encuentras aquí: Ficción, FIC PAU.")]
    public async Task ItIsToldInTheirOwnLanguage(string language, string said)
    {
        await using var delivery = await Delivery.NewAsync();
        var hold = await HeldAsync(delivery, language);
        await TellAsync(delivery, hold);

        await delivery.RunAsync();

        Assert.Equal([("ana", said)], delivery.Channel.Taken);
    }

    [Theory]
    [InlineData(HoldStatus.Cancelled, CopyStatus.Available)]
    [InlineData(HoldStatus.Filled, CopyStatus.Available)]
    [InlineData(HoldStatus.Waiting, CopyStatus.CheckedOut)]
    public async Task WhatIsNoLongerSoIsNotTold(HoldStatus hold, CopyStatus copy)
    {
        await using var delivery = await Delivery.NewAsync();
        var held = await HeldAsync(delivery, "en", hold, copy);
        await TellAsync(delivery, held);

        await delivery.RunAsync();

        Assert.Empty(delivery.Channel.Taken);
        Assert.Equal(OutboxReason.NoLongerTrue, (await delivery.ReadAsync(HoldReady.KeyOf(held.Id))).Reason);
    }

    [Fact]
    public async Task NobodyIsToldOfAnothersHold()
    {
        await using var delivery = await Delivery.NewAsync();
        var hold = await HeldAsync(delivery, "en");
        var other = await delivery.PersonAsync("ben");
        await delivery.WriteAsync(new OutboxRequest(HoldReady.Kind, "forged", new OutboxRecipient.ToPerson(other.Id), TimeProvider.System.GetUtcNow(), new HoldReady(hold.Id)));

        await delivery.RunAsync();

        Assert.Empty(delivery.Channel.Taken);
    }

    [Fact]
    public async Task TheRunningBotSendsAtOnceWhatItWroteAndCountsItInItsHealth()
    {
        await using var channel = await OutboxChannel.StartAsync();
        await using var bot = await BotHost.StartAsync(null, "--Outbox:PollEvery=00:01:00");
        await using var context = bot.NewContext();
        var person = new Person { Key = "ana", DisplayName = "Ana", Role = Role.Student, Addresses = [Delivery.AddressAt(channel.ServiceUrl, "ana")] };
        var title = Some.Title("Hatchet");
        context.AddRange(person, title);
        await context.SaveChangesAsync();
        // The poll that comes with the start is over before this is written, and the next is a minute away.
        await Task.Delay(TimeSpan.FromSeconds(3));
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            var hold = new Hold { TitleId = title.Id, PersonId = person.Id, PlacedAt = TimeProvider.System.GetUtcNow() };
            context.Add(hold);
            await context.SaveChangesAsync();
            await bot.Services.GetRequiredService<OutboxWriter>().EnqueueAsync(
                context, new OutboxRequest(HoldReady.Kind, HoldReady.KeyOf(hold.Id), new OutboxRecipient.ToPerson(person.Id), TimeProvider.System.GetUtcNow(), new HoldReady(hold.Id)), default);
            await transaction.CommitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        JToken? messages = null;
        while ((int?)messages?["sent"] != 1)
        {
            await Task.Delay(50, patience.Token);
            messages = JObject.Parse(await bot.Client.GetStringAsync("/health", patience.Token))["parts"]!["outbox"]!["messages"];
        }

        Assert.Single(channel.Taken);
        Assert.Equal(0, (int?)messages["failed"]);
    }

    private static async Task ImportAsync(CatalogImporter importer, params string[] statuses)
    {
        var file = Path.GetTempFileName();
        var rows = statuses.Select((status, number) => $"Hatchet,\"Paulsen, Gary\",T{number},{status},FIC PAU");
        await File.WriteAllLinesAsync(file, ["title,author,barcode,status,call number", .. rows]);
        await importer.ImportAsync([file], new ImportOptions(), null, default);
        File.Delete(file);
    }

    private static async Task<Hold> HoldAsync(TestDatabase database, int titleId, string key, int days)
    {
        var person = new Person { Key = key, DisplayName = key, Role = Role.Student };
        await database.AddAsync(person);
        var hold = new Hold { TitleId = titleId, PersonId = person.Id, PlacedAt = TimeProvider.System.GetUtcNow().AddDays(days) };
        await database.AddAsync(hold);
        return hold;
    }

    private static async Task<Hold> HeldAsync(Delivery delivery, string language, HoldStatus status = HoldStatus.Waiting, CopyStatus copy = CopyStatus.Available)
    {
        var person = await delivery.PersonAsync("ana", language);
        var title = Some.Title("Hatchet", callNumber: "FIC PAU", copies: [Some.Copy(copy, callNumber: "FIC PAU")]);
        await delivery.AddAsync(title);
        var hold = new Hold { TitleId = title.Id, PersonId = person.Id, PlacedAt = TimeProvider.System.GetUtcNow(), Status = status };
        await delivery.AddAsync(hold);
        return hold;
    }

    private static Task TellAsync(Delivery delivery, Hold hold) => delivery.WriteAsync(
        new OutboxRequest(HoldReady.Kind, HoldReady.KeyOf(hold.Id), new OutboxRecipient.ToPerson(hold.PersonId), TimeProvider.System.GetUtcNow(), new HoldReady(hold.Id)));
}
