const button = document.querySelector('.tools button')
button.hidden = false
button.addEventListener('click', () => print())
