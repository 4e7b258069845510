using System.Net;
using System.Text;
using LibraryBot.Dialogs.Equipment.Desk;
using LibraryBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Tests.Bot.Pages;

/// <summary>How much things were used, as a file for whoever has the link.</summary>
public sealed class UsageFileTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("en", "What,How many,From,To,Open hours,Booked hours,Share booked,Bookings,Not collected\r\n", "\r\nGreen screen room,1,2026-03-02,2026-03-06,")]
    [InlineData("es", "Qué,Cuántos,Desde,Hasta,Horas abiertas,Horas reservadas,Parte reservada,Reservas,No recogidas\r\n", "\r\n")]
    public async Task TheFileHasTheHoursAndCountsOfEverything(string language, string header, string row)
    {
        await using var library = bot.NewContext();
        var link = await bot.Services.GetRequiredService<UsageLinks>().MakeAsync(new UsageLink(null, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6)), language, default);

        using var response = await bot.Client.GetAsync(link!.PathAndQuery);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes[3..]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("text/csv", "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.StartsWith(header, text, StringComparison.Ordinal);
        Assert.Contains(row, text, StringComparison.Ordinal);
        Assert.Equal((await library.Resources.CountAsync(resource => resource.RetiredAt == null)) + 1, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task ALinkEndsAfterAWeekAndCannotBeGuessed()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var links = new UsageLinks(() => new Uri("https://bot.example"), new MemoryStorage(), clock);
        var link = new UsageLink(7, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 6));
        var (one, other) = (await links.MakeAsync(link, "es", default), await links.MakeAsync(link, "es", default));
        var token = one!.Segments[^1][..^".csv".Length];

        Assert.NotEqual(one, other);
        Assert.Equal(32, token.Length);
        Assert.Equal("?lang=es", one.Query);
        clock.Move(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(link, await links.OpenAsync(token, default));
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Null(await links.OpenAsync(token, default));
        Assert.Null(await links.OpenAsync(token[..^1] + "x", default));
        Assert.Null(await new UsageLinks(() => null, new MemoryStorage(), clock).MakeAsync(link, "en", default));
    }

    [Theory]
    [InlineData("/usage/nothing.csv")]
    [InlineData("/usage/%2e%2e.csv")]
    [InlineData("/usage/.csv")]
    public async Task WhatWasNeverGivenIsNotThere(string path)
    {
        using var response = await bot.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
