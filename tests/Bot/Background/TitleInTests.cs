using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.Outbox;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Bot.Background;

/// <summary>A title is in of which somebody wanted to be told.</summary>
public sealed class TitleInTests
{
    [Theory]
    [InlineData("en", CopyStatus.Available, "Good news: “Hatchet”, which you wanted to hear about, is in. You find it here: Fiction, FIC PAU. It is not kept for you, so come soon.")]
    [InlineData("es", CopyStatus.Available, "Buenas noticias: «Hatchet», del que querías saber, ya está disponible. Lo encuentras aquí: Ficción, FIC PAU. No está guardado para ti, así que ven pronto.")]
    [InlineData("en", CopyStatus.CheckedOut, "“Hatchet” came back, but somebody was quicker. Say “hold Hatchet”, and I will keep the next copy for you.")]
    public async Task ItIsToldInTheirOwnLanguage(string language, CopyStatus copy, string said)
    {
        await using var delivery = await Delivery.NewAsync();
        await TellAsync(delivery, language, copy, AlertStatus.Told);

        await delivery.RunAsync();

        Assert.Equal([("ana", said)], delivery.Channel.Taken);
    }

    [Fact]
    public async Task WhatIsNoLongerWantedIsNotTold()
    {
        await using var delivery = await Delivery.NewAsync();
        var key = await TellAsync(delivery, "en", CopyStatus.Available, AlertStatus.Cancelled);

        await delivery.RunAsync();

        Assert.Empty(delivery.Channel.Taken);
        Assert.Equal(OutboxReason.NoLongerTrue, (await delivery.ReadAsync(key)).Reason);
    }

    private static async Task<string> TellAsync(Delivery delivery, string language, CopyStatus copy, AlertStatus status)
    {
        var person = await delivery.PersonAsync("ana", language);
        var title = Some.Title("Hatchet", callNumber: "FIC PAU", copies: [Some.Copy(copy, callNumber: "FIC PAU")]);
        await delivery.AddAsync(title);
        var alert = new AvailabilityAlert { TitleId = title.Id, PersonId = person.Id, AskedAt = TimeProvider.System.GetUtcNow(), Status = status };
        await delivery.AddAsync(alert);
        await delivery.WriteAsync(new OutboxRequest(TitleIn.Kind, TitleIn.KeyOf(alert.Id), new OutboxRecipient.ToPerson(person.Id), TimeProvider.System.GetUtcNow(), new TitleIn(alert.Id)));
        return TitleIn.KeyOf(alert.Id);
    }
}
