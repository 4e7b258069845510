using LibraryBot.Data;
using LibraryBot.Data.Equipment;
using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LibraryBot.Dialogs.Equipment;

/// <summary>Adds the capability.</summary>
internal static class EquipmentRegistration
{
    /// <summary>Booking equipment and spaces: book, what is free, one's own bookings, cancel.</summary>
    public static IServiceCollection AddEquipment(this IServiceCollection services)
    {
        services.AddSingleton<EquipmentWords>();
        services.AddSingleton<EquipmentCards>();
        services.AddSingleton<EquipmentAnswers>();
        services.AddSingleton<BookingAnswers>();
        services.AddSingleton<BookingChangeReader>();
        services.AddSingleton<ChangeAnswers>();
        services.AddSingleton<CancelAnswers>();
        services.AddSingleton<WaitingAnswers>();
        services.AddSingleton<SeriesCards>();
        services.AddSingleton<SeriesAnswers>();
        services.AddSingleton<EquipmentTaps>();
        services.AddSingleton<PeopleByName>();
        services.TryAddSingleton(new CalendarLinks(() => null));
        services.AddSingleton(provider => new BookingCalendar(
            provider.GetRequiredService<IDbContextFactory<LibraryContext>>(),
            provider.GetRequiredService<FreeEquipment>(),
            provider.GetRequiredService<EquipmentWords>(),
            provider.GetRequiredService<BookingRules>()));
        services.AddSingleton<EquipmentFollowUps>();
        services.AddOutboxMessage<PickUpMessage>();
        services.AddOutboxMessage<ReturnMessage>();
        services.AddOutboxMessage<OverdueMessage>();
        services.AddOutboxMessage<ApprovedMessage>();
        services.AddOutboxMessage<DeclinedMessage>();
        services.AddOutboxMessage<BookingClosedWords>();
        services.AddOutboxMessage<WaitingFreeWords>();
        return services.AddCapability(new Capability(nameof(Equipment), typeof(EquipmentDialog))
        {
            Menu = () => [new MenuEntry(EquipmentStrings.MenuBook, EquipmentStrings.MenuBookExample)],
        });
    }
}
