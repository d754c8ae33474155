package org.secondperiod.local.district;

import java.util.List;

/** Made-up names that could stand beside each other on a Bronx class list, and the language the family speaks at home. */
enum Culture {
    DOMINICAN(
            "es",
            List.of(
                    "Yariel",
                    "Dariana",
                    "José",
                    "Génesis",
                    "Wilkin",
                    "Ashley",
                    "Jeremías",
                    "Nayeli",
                    "Brayan",
                    "Lismary"),
            List.of(
                    "Rodríguez",
                    "Peña",
                    "Núñez",
                    "de la Cruz",
                    "Almonte",
                    "Castillo",
                    "Taveras",
                    "Santana",
                    "Liriano")),
    PUERTO_RICAN(
            "en",
            List.of("Xavier", "Alondra", "Luis", "Jaslene", "Ángel", "Nashaly", "Adrián", "Kiara", "Javier", "Mía"),
            List.of("Rivera", "Colón", "Ortiz", "Vélez", "Maldonado", "Cruz", "Figueroa", "Quiñones", "Torres")),
    AFRICAN_AMERICAN(
            "en",
            List.of("Malik", "Imani", "Darnell", "Nia", "Terrence", "Aaliyah", "Isaiah", "Kennedy", "Jalen", "Zora"),
            List.of("Washington", "Freeman", "Brooks", "Coleman", "Gaines", "Hughes", "Booker", "Whitfield", "Tubman")),
    BANGLADESHI(
            "bn",
            List.of("Tasnim", "Rafi", "Nusrat", "Arif", "Sumaiya", "Fahim", "Maliha", "Sadia", "Tanvir", "Jannat"),
            List.of("Rahman", "Chowdhury", "Begum", "Hossain", "Miah", "Uddin", "Khatun", "Sarker", "Talukder")),
    YEMENI(
            "ar",
            List.of("Yusuf", "Amal", "Hamza", "Noor", "Abdulrahman", "Salma", "Ibrahim", "Huda", "Khaled", "Maryam"),
            List.of("Al-Sabahi", "Saleh", "Nasser", "Al-Amri", "Mused", "Qasim", "Obad", "Al-Jahmi", "Hadi")),
    WEST_AFRICAN(
            "fr",
            List.of(
                    "Mamadou",
                    "Aïssatou",
                    "Ousmane",
                    "Fatoumata",
                    "Ibrahima",
                    "Mariama",
                    "Cheikh",
                    "Kadiatou",
                    "Seydou",
                    "Awa"),
            List.of("Diallo", "Traoré", "Bah", "Camara", "Ndiaye", "Koné", "Sow", "Barry", "Keïta")),
    GHANAIAN(
            "en",
            List.of("Kwame", "Akosua", "Kofi", "Ama", "Yaw", "Abena", "Kojo", "Efua", "Kwabena", "Adwoa"),
            List.of("Mensah", "Osei", "Boateng", "Owusu", "Asante", "Appiah", "Darko", "Agyeman", "Ofori")),
    ALBANIAN(
            "en",
            List.of("Arben", "Besa", "Dritan", "Elira", "Genc", "Ilirjana", "Luan", "Mirela", "Rrezarta", "Valon"),
            List.of("Hoxha", "Gjoni", "Krasniqi", "Berisha", "Lekaj", "Nikolla", "Vuksani", "Çela", "Shala")),
    IRISH(
            "en",
            List.of("Siobhán", "Cian", "Aoife", "Declan", "Niamh", "Ronan", "Maeve", "Conor", "Saoirse", "Eoin"),
            List.of(
                    "O'Brien",
                    "Kelly",
                    "McCarthy",
                    "Ó Súilleabháin",
                    "Byrne",
                    "Doyle",
                    "Fitzgerald",
                    "Nolan",
                    "Walsh")),
    VIETNAMESE(
            "en",
            List.of("Minh", "Linh", "Khôi", "Thảo", "Quang", "Ngọc", "Bảo", "Trinh", "Huy", "Mai"),
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ")),
    MEXICAN(
            "es",
            List.of(
                    "Guadalupe",
                    "Emiliano",
                    "Itzel",
                    "Ximena",
                    "Diego",
                    "Citlali",
                    "Leonardo",
                    "Xóchitl",
                    "Mateo",
                    "Frida"),
            List.of(
                    "Hernández",
                    "Flores",
                    "Tlapa",
                    "Morales",
                    "Xicohténcatl",
                    "Aguilar",
                    "Romero",
                    "Mendoza",
                    "Cuautle"));

    final String language;
    final List<String> givenNames;
    final List<String> familyNames;

    Culture(String language, List<String> givenNames, List<String> familyNames) {
        this.language = language;
        this.givenNames = givenNames;
        this.familyNames = familyNames;
    }
}
