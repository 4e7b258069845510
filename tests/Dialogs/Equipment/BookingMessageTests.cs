using System.Globalization;
using System.Text.Json;
using AdaptiveCards;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.Outbox;
using LibraryBot.Dialogs.Conversation.Outbox;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Dialogs.Equipment;

/// <summary>What people are told later about their bookings, as far as it is still so, and nobody else's.</summary>
public sealed class BookingMessageTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("en", "is approved (")]
    [InlineData("es", "se aprobó tu reserva de Taller creativo")]
    public async Task WhoseBookingWasApprovedIsTold(string language, string said)
    {
        var booking = await BookAsync(period: language == "es" ? 1 : 2, steps: [BookingStep.Request, BookingStep.Approve]);

        Assert.Contains(said, await SayAsync(BookingMessages.Approved, booking, new BookingMessage(booking.Id), language), StringComparison.Ordinal);
        Assert.Null(await SayAsync(BookingMessages.Declined, booking, new BookingMessage(booking.Id), language));
        Assert.Null(await SayAsync(BookingMessages.Approved, booking, new BookingMessage(booking.Id), language, toAnother: true));
    }

    [Theory]
    [InlineData("en", "was not approved. The library says: Book fair")]
    [InlineData("es", "no se aprobó. La biblioteca dice: Book fair")]
    public async Task WhoseBookingWasDeclinedIsToldWhy(string language, string said)
    {
        var booking = await BookAsync(period: language == "es" ? 3 : 4, steps: [BookingStep.Request, BookingStep.Decline], note: "Book fair");

        Assert.Contains(said, await SayAsync(BookingMessages.Declined, booking, new BookingMessage(booking.Id), language), StringComparison.Ordinal);
        Assert.Null(await SayAsync(BookingMessages.Approved, booking, new BookingMessage(booking.Id), language));
    }

    [Theory]
    [InlineData("en", "cannot be had as you booked it", "Change to: ")]
    [InlineData("es", "no se puede usar como lo reservaste", "Cambiar a: ")]
    public async Task WhoLosesABookingToAClosureIsOfferedAlternatives(string language, string said, string button)
    {
        var booking = await BookAsync(period: language == "es" ? 5 : 6, steps: [BookingStep.Book], claims: true);
        Assert.Null(await SayAsync(BookingMessages.Closed, booking, new BookingClosedMessage(booking.Id, 999_999), language));
        await using var context = bot.NewContext();
        var stock = await context.Set<Stock>().SingleAsync(each => each.ResourceId == booking.Lines[0].ResourceId);
        var closure = new Closure { ResourceId = stock.ResourceId, From = booking.Start, Until = booking.End, Reason = "A leak" };
        closure.Claims.Add(new StockClaim { StockId = stock.Id, Quantity = 1 }.During(booking.Start, booking.End));
        context.Add(closure);
        await context.SaveChangesAsync();

        var words = await SayAsync(BookingMessages.Closed, booking, new BookingClosedMessage(booking.Id, closure.Id), language);

        Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.Contains("A leak", words, StringComparison.Ordinal);
        Assert.Contains(button, words, StringComparison.Ordinal);
    }

    private async Task<string?> SayAsync(OutboxKind kind, Booking booking, object payload, string language, bool toAnother = false)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
        var message = new OutboxMessage { Key = "test", Kind = kind.Name, PersonId = booking.PersonId + (toAnother ? 1 : 0), Payload = JsonSerializer.Serialize(payload) };
        await using var context = bot.NewContext();
        var rendering = await bot.Services.GetServices<IOutboxMessage>().Single(each => each.Kind == kind).RenderAsync(message, context, default);
        return rendering is not OutboxRendering.Say { Activity: Activity activity } ? null
            : activity.Attachments is { Count: > 0 } cards ? ((AdaptiveCard)cards[0].Content!).ToJson() : activity.Text;
    }

    private async Task<Booking> BookAsync(int period, BookingStep[] steps, string? note = null, bool claims = false)
    {
        await using var context = bot.NewContext();
        var person = await context.People.SingleAsync(each => each.Key == "teacher");
        var makerspace = await context.Resources.SingleAsync(each => each.Key == "makerspace");
        var stock = await context.Set<Stock>().SingleAsync(each => each.ResourceId == makerspace.Id);
        var school = bot.Services.GetRequiredService<BookingRules>().CalendarOf(null);
        var time = school.PeriodsOn(school.NextSchoolDay(school.DateAt(TimeProvider.System.GetUtcNow()))!.Value)[period];
        var booking = new Booking { Token = Guid.NewGuid().ToString("N"), PersonId = person.Id, BookedById = person.Id, Start = time.Start, End = time.End, CreatedAt = time.Start.AddDays(-1) };
        booking.Lines.Add(new BookingLine { ResourceId = makerspace.Id, Quantity = 1 });
        if (claims)
        {
            booking.Lines[0].Claims.Add(new StockClaim { StockId = stock.Id, Quantity = 1 }.During(time.Start, time.End));
        }

        foreach (var step in steps)
        {
            booking.Take(step, booking.CreatedAt, person.Id, note);
        }

        context.Add(booking);
        await context.SaveChangesAsync();
        return booking;
    }
}
