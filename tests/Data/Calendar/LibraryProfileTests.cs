using System.Text;
using LibraryBot.Data.Calendar;

namespace LibraryBot.Tests.Data.Calendar;

public sealed class LibraryProfileTests
{
    [Fact]
    public void ASchoolsFileIsRead()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                {
                  // what every school has
                  "name": "Oak Hill Library", "school": "Oak Hill School", "timeZone": "America/New_York",
                  "contact": { "name": "Mr. Lee" },
                  "hours": { "Monday": { "opens": "7:45", "closes": "15:30" } },
                  "closedDays": [ { "from": "2026-12-21", "to": "2026-12-31", "reason": { "en": "winter break" } } ],
                  "bellSchedules": { "normal": [ { "name": "1st period", "starts": "08:00", "ends": "08:50" } ] },
                  "quickLinks": [ { "text": { "en": "Catalog", "es": "Catálogo" }, "url": "https://example.org/" } ],
                  "shelves": { "FIC": { "en": "Fiction, by the door" } },
                }
                """);

            var profile = LibraryProfile.Load(path);

            Assert.Equal("Oak Hill Library", profile.Name);
            Assert.Equal(new OpeningHours(new TimeOnly(7, 45), new TimeOnly(15, 30)), profile.Hours[DayOfWeek.Monday]);
            Assert.Equal(new BellPeriod("1st period", new TimeOnly(8, 0), new TimeOnly(8, 50)), Assert.Single(profile.BellSchedules["normal"]));
            Assert.Equal("Fiction, by the door", profile.Shelves["FIC"].In("es"));
            Assert.Equal("America/New_York", profile.Zone.Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{ \"name\": \"A\"", "$")]
    [InlineData("{ \"name\": \"A\", \"school\": \"B\" }", "timeZone")]
    [InlineData("{ \"name\": \"A\", \"school\": \"B\", \"timeZone\": \"America/Chicgo\" }", "$.timeZone: \"America/Chicgo\"")]
    [InlineData("{ \"name\": \" \", \"school\": \"B\", \"timeZone\": \"UTC\" }", "$.name:")]
    [InlineData("{ \"name\": \"A\", \"school\": \"\", \"timeZone\": \"UTC\" }", "$.school:")]
    [InlineData("{ \"name\": null, \"school\": \"B\", \"timeZone\": \"UTC\" }", "$.name")]
    public void WhatEverySchoolMustSayIsAskedForByItsPath(string json, string expected) => AssertRefused(json, expected);

    [Theory]
    [InlineData("\"closeddays\": [ { \"form\": \"2026-01-01\" } ]", "$.closeddays[0]")]
    [InlineData("\"openingHours\": {}", "openingHours")]
    [InlineData("\"hours\": { \"Mon\": { \"opens\": \"08:00\", \"closes\": \"15:00\" } }", "$.hours.Mon")]
    [InlineData("\"hours\": { \"Monday\": { \"opens\": \"8am\", \"closes\": \"15:00\" } }", "$.hours.Monday.opens (line 1): A time of day")]
    [InlineData("\"hours\": { \"Monday\": { \"opens\": \"08:00\" } }", "$.hours.Monday")]
    [InlineData("\"hours\": { \"Monday\": { \"opens\": \"16:00\", \"closes\": \"08:00\" } }", "$.hours.Monday: opens 16:00 is not before closes 08:00")]
    [InlineData("\"closedDays\": [ { \"from\": \"2026-12-31\", \"to\": \"2026-12-21\", \"reason\": { \"en\": \"x\" } } ]", "$.closedDays[0]: from 2026-12-31")]
    [InlineData("\"closedDays\": [ { \"from\": \"12/21/2026\", \"to\": \"2026-12-21\", \"reason\": { \"en\": \"x\" } } ]", "$.closedDays[0].from")]
    [InlineData("\"closedDays\": [ { \"from\": \"2026-12-21\", \"to\": \"2026-12-21\", \"reason\": { \"es\": \"x\" } } ]", "$.closedDays[0].reason.en:")]
    [InlineData("\"where\": { \"en\": \"here\", \"sp\": \"aquí\" }", "$.where.sp:")]
    [InlineData("\"contact\": { \"name\": \"\" }", "$.contact.name:")]
    [InlineData("\"bellSchedules\": { \"normal\": [] }", "$.bellSchedules['normal']:")]
    [InlineData("\"bellSchedules\": { \"normal\": [ { \"name\": \"1\", \"starts\": \"08:00\", \"ends\": \"09:00\" }, { \"name\": \"2\", \"starts\": \"08:55\", \"ends\": \"09:45\" } ] }", "$.bellSchedules['normal'][1]: starts 08:55 before")]
    [InlineData("\"bellSchedules\": { \"normal\": [ { \"name\": \"\", \"starts\": \"08:00\", \"ends\": \"08:00\" } ] }", "$.bellSchedules['normal'][0].name:")]
    [InlineData("\"quickLinks\": [ { \"text\": { \"en\": \"Catalog\" }, \"url\": \"/catalog\" } ]", "$.quickLinks[0].url:")]
    [InlineData("\"shelves\": { \"FIC\": {} }", "$.shelves['FIC'].en:")]
    [InlineData("\"calendar\": { \"defaultSchedule\": \"x\" }", "$.calendar.defaultSchedule: there is no bell schedule \"x\"")]
    [InlineData("\"calendar\": { \"weekdays\": { \"Monday\": \"x\" } }", "$.calendar.weekdays.Monday: there is no bell schedule")]
    [InlineData("\"calendar\": { \"cycle\": { \"days\": [\"A\"], \"startsOn\": \"2026-09-01\" } }", "$.calendar.cycle.days:")]
    [InlineData("\"calendar\": { \"cycle\": { \"days\": [\"A\", \"a\"], \"startsOn\": \"2026-09-01\" } }", "$.calendar.cycle.days:")]
    [InlineData("\"calendar\": { \"cycle\": { \"days\": [\"A\", \"B\"], \"startsOn\": \"2026-09-05\" } }", "$.calendar.cycle.startsOn: 2026-09-05 is a Saturday")]
    [InlineData("\"calendar\": { \"cycle\": { \"days\": [\"A\", \"B\"], \"startsOn\": \"2026-09-01\", \"schedules\": { \"C\": \"x\" } } }", "$.calendar.cycle.schedules['C']: there is no such day")]
    [InlineData("\"calendar\": { \"specialDays\": [ { \"date\": \"2026-02-30\", \"schedule\": \"x\" } ] }", "$.calendar.specialDays[0].date")]
    [InlineData("\"calendar\": { \"specialDays\": [ { \"date\": \"2026-02-20\", \"schedule\": \"x\" } ] }", "$.calendar.specialDays[0].schedule: there is no")]
    [InlineData("\"calendar\": { \"terms\": [ { \"name\": { \"en\": \"Q1\" }, \"from\": \"2026-10-01\", \"to\": \"2026-09-01\" } ] }", "$.calendar.terms[0]: from 2026-10-01")]
    [InlineData("\"schools\": { \"Elm\": { \"calendar\": { \"defaultSchedule\": \"x\" } } }", "$.schools['Elm'].calendar.defaultSchedule")]
    [InlineData("\"schools\": { \"Elm\": { \"bellSchedules\": { \"normal\": [] } } }", "$.schools['Elm'].bellSchedules['normal']:")]
    [InlineData("\"bellSchedules\": { \"normal\": [ { \"name\": \"1\", \"starts\": \"08:00\", \"ends\": \"09:00\" }, { \"name\": \"P1\", \"starts\": \"09:00\", \"ends\": \"09:45\" } ] }", "$.bellSchedules['normal'][1]: there is a period 1")]
    [InlineData("\"bellSchedules\": { \"normal\": [ { \"name\": \"X\", \"number\": 99, \"starts\": \"08:00\", \"ends\": \"09:00\" } ] }", "$.bellSchedules['normal'][0].number:")]
    public void WhatCannotBeMeantIsRefusedByItsPath(string member, string expected) =>
        AssertRefused("{ \"name\": \"A\", \"school\": \"B\", \"timeZone\": \"UTC\", " + member + " }", expected);

    [Fact]
    public void EveryProblemIsNamedAtOnce()
    {
        var message = AssertRefused("{ \"name\": \"\", \"school\": \"\", \"timeZone\": \"Nowhere\" }", "$.name");

        Assert.Contains("$.school", message, StringComparison.Ordinal);
        Assert.Contains("$.timeZone", message, StringComparison.Ordinal);
    }

    private static string AssertRefused(string json, string expected)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var refused = Assert.Throws<InvalidDataException>(() => LibraryProfileReader.Read(stream, "school.json"));

        Assert.StartsWith("school.json: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }
}
