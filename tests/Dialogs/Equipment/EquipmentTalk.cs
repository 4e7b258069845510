using LibraryBot.Data.Calendar;
using LibraryBot.Data.People;
using LibraryBot.Data.Sample;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Equipment;

/// <summary>Talks in the sample school, with what can be booked there; it is Tuesday, March 3, 2026, ten in the morning.</summary>
internal static class EquipmentTalk
{
    public static async Task<Talk> NewAsync(Role role = Role.Teacher)
    {
        var talk = await Talk.WithAsync(role, LibraryProfile.LoadSample());
        await using var library = talk.Library();
        await SampleEquipment.AddAsync(library, default);
        return talk;
    }

    /// <summary>Somebody else has it first.</summary>
    public static async Task<T> AsAnotherAsync<T>(this Talk talk, Func<Task<T>> work)
    {
        var self = talk.Speaker;
        await using (var library = talk.Library())
        {
            var other = new Person { Key = Guid.NewGuid().ToString("N"), DisplayName = "Dana Okafor", Role = Role.Teacher };
            library.People.Add(other);
            await library.SaveChangesAsync();
            talk.Speaker = LibraryBot.Dialogs.Conversation.Speaker.From(other);
        }

        var result = await work();
        talk.Speaker = self;
        return result;
    }
}
