using System.Globalization;
using LibraryBot.Data.Equipment;
using LibraryBot.Data.People;

namespace LibraryBot.Data.Sample;

/// <summary>What can be booked in the sample library.</summary>
internal static class SampleEquipment
{
    /// <summary>Adds it all: the resources, how many there are of each, and what is in carts and kits.</summary>
    public static async Task AddAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        var resources = new Dictionary<string, Resource>(StringComparer.Ordinal);
        var amounts = new List<(string Resource, string? Container, int Quantity)>();
        foreach (var row in SampleFiles.ReadRows("equipment.csv"))
        {
            var key = row["key"]!;
            amounts.Add((key, null, Number(row["quantity"]!)));
            amounts.AddRange(Many(row["parts"]).Select(part => part.Split(':')).Select(part => (part[0], (string?)key, Number(part[1]))));
            resources.Add(key, new Resource
            {
                Key = key,
                Kind = Enum.Parse<ResourceKind>(row["kind"]!),
                Name = row["name"]!,
                SpanishName = row["spanishname"],
                Synonyms = [.. Many(row["synonyms"])],
                Category = Given(row["category"]),
                Location = Given(row["location"]),
                SpanishLocation = Given(row["spanishlocation"]),
                Seats = Given(row["seats"]) is { } seats ? Number(seats) : null,
                Roles = [.. Many(row["roles"]).Select(Enum.Parse<Role>)],
            });
        }

        context.Resources.AddRange(resources.Values);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        context.AddRange(amounts.Select(amount => new Stock
        {
            ResourceId = resources[amount.Resource].Id,
            ContainerId = amount.Container is null ? null : resources[amount.Container].Id,
            Quantity = amount.Quantity,
        }));
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;

    private static string[] Many(string? text) => text is { Length: > 0 } ? text.Split('|') : [];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
