using System.Net;
using Ical.Net;
using LibraryBot.Data.Equipment;
using LibraryBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>A booking as a calendar file, for whoever has its link.</summary>
public sealed class CalendarFileTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task WhoHasTheLinkGetsWhatAndWhenOnTheSchoolsClockAndNoNames()
    {
        var booking = await BookAsync();

        using var response = await bot.Client.GetAsync($"/calendar/{booking.Token}.ics?lang=es");
        var text = await response.Content.ReadAsStringAsync();
        var calendar = Calendar.Load(text)!;
        var only = Assert.Single(calendar.Events);

        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Micrófonos", only.Summary, StringComparison.Ordinal);
        Assert.Equal(booking.Start.UtcDateTime, only.Start!.AsUtc);
        Assert.Equal(booking.End.UtcDateTime, only.End!.AsUtc);
        Assert.Contains("DTSTART;TZID=America/", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", text, StringComparison.Ordinal);
        Assert.DoesNotContain(booking.Token, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasCancelledSaysSo()
    {
        var booking = await BookAsync();
        await bot.Services.GetRequiredService<BookingChanges>().CancelAsync(booking.Id, booking.PersonId, default);

        var text = await bot.Client.GetStringAsync($"/calendar/{booking.Token}.ics");

        Assert.Contains("STATUS:CANCELLED", text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyGetsAnythingWithoutTheWholeLink()
    {
        var booking = await BookAsync();

        foreach (var token in new[] { "x", booking.Token[..^1], booking.Token + "A", booking.Token.ToUpperInvariant(), booking.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), new string('a', 5000), "%25", "..%2f..%2fetc" })
        {
            using var response = await bot.Client.GetAsync($"/calendar/{token}.ics");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private async Task<Booking> BookAsync()
    {
        await using var context = bot.NewContext();
        var person = await context.People.SingleAsync(each => each.Key == "teacher");
        var microphones = await context.Resources.SingleAsync(each => each.Key == "microphones");
        var school = bot.Services.GetRequiredService<BookingRules>().CalendarOf(null);
        var day = school.NextSchoolDay(school.DateAt(TimeProvider.System.GetUtcNow()))!.Value;
        var period = school.PeriodsOn(day)[1];
        var outcome = await bot.Services.GetRequiredService<BookingDesk>().BookAsync(new BookingRequest(person.Id, [new BookingItem(microphones.Id)], period.Start, period.End), default);
        return Assert.IsType<BookingOutcome.Booked>(outcome).Booking;
    }
}
